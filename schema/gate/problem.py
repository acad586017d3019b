"""Problems: requests turned down before there is an operation, each with its HTTP status."""

from collections.abc import Mapping

from schema.gate import errors
from schema.gate.errors import Entry
from schema.gate.modes import StatusProfile

_UNPROCESSABLE, _BAD_REQUEST = 422, 400


class Problem(Exception):  # caught where the response is made, never shown as an exception
    """The request cannot be answered. `headers` go with the status."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})

    def status_in(self, profile: StatusProfile) -> int:
        """The status; the older audit suite knows no 422."""
        is_old = profile is StatusProfile.AUDIT and self.status == _UNPROCESSABLE
        return _BAD_REQUEST if is_old else self.status

    def entry(self, request_id: str) -> Entry:
        """The error in the body."""
        return errors.entry("BAD_REQUEST", self.message, requestId=request_id)
