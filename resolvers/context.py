"""What an operation is given: who asks, under which request, and the loaders of this one operation."""

from dataclasses import dataclass, field

from auth.viewer import Viewer
from resolvers.loaders import Loaders
from resolvers.rates import Rate


@dataclass(slots=True)
class Context:
    """Made per operation (per event in a stream), never shared between two."""

    viewer: Viewer
    request_id: str
    locale: str = "en"
    """Of messages, negotiated by Accept-Language: `en` or `nl`."""
    rate: Rate | None = None
    """Null where no budget is kept: in a worker, and for the events of a stream."""
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        """The loaders see what the viewer may see."""
        self.forget()

    def forget(self) -> None:
        """Nothing that was loaded so far is remembered: after a change, rows are read anew."""
        self.loaders = Loaders(self.viewer.reader)
