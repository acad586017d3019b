"""What refusing each hostile document costs: `python -m benchmarks.gate.hostile`. Milliseconds of CPU, the dearest first."""

import time

from schema import build
from schema.gate.documents import Documents
from tests.gate import hostile


def measured() -> dict[str, float]:
    """Milliseconds by the name of the document, best of five, nothing remembered."""
    core = build.build()._schema  # noqa: SLF001 - strawberry offers no other way to its GraphQLSchema
    found: dict[str, float] = {}
    for name, (text, _) in hostile.DOCUMENTS.items():
        rounds = []
        for _ in range(5):
            documents, began = Documents(core), time.process_time()
            documents.get(text)
            rounds.append((time.process_time() - began) * 1000)
        found[name] = min(rounds)
    return found


if __name__ == "__main__":
    for _name, _milliseconds in sorted(measured().items(), key=lambda item: -item[1]):
        print(f"{_milliseconds:6.2f} ms  {_name}")
