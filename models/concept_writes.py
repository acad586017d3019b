"""How concepts are changed."""

from collections.abc import Mapping
from uuid import UUID

from models import store

NOTATION_LENGTH = 100  # code points


async def set_notations(notations: Mapping[UUID, str]) -> None:
    """The concepts have these notations; one that is too long is left out."""
    rows = [
        {"id": str(id_), "notation": notation}
        for id_, notation in notations.items()
        if 1 <= len(notation) <= NOTATION_LENGTH
    ]
    await store.run(
        """UPDATE concepts c SET notation = r.notation FROM json_to_recordset($1::json) AS r (id uuid, notation text)
        WHERE c.id = r.id AND c.notation IS DISTINCT FROM r.notation""",
        rows,
    )
