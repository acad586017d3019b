"""Events made in bulk: rows of the outbox about one definition, past the application, so that the stream alone is under load."""

import json
from uuid import UUID, uuid4

from schema import ids
from subscriptions import events
from subscriptions.events import DefinitionRemoved, DefinitionUpdated
from tests.reliability.place import Place, ask
from tests.reliability.writer import CREATE

_INSERT = """
INSERT INTO outbox (event_id, type, glossary_id, subject_id, data)
SELECT gen_random_uuid(), $1, $2, $3, $4::jsonb FROM generate_series(1, $5)
"""


def a_definition(place: Place, text: str = "contract to let") -> str:
    """The id of a new definition."""
    new = {"glossaryId": place.glossary_id, "term": f"lease {uuid4().hex}", "text": text, "locale": "en"}
    return ask(place, CREATE, input=new)["createDefinition"]["definition"]["id"]


async def happened(place: Place, definition: str, count: int) -> None:
    """The definition was updated so many times, as far as anybody hears."""
    id_, glossary_id = _uuid(definition), _uuid(place.glossary_id)
    told = DefinitionUpdated(definition_id=id_, glossary_id=glossary_id, author_id=None, version=1)
    await _told(place, told, count)


async def vanished(place: Place, definition: str, count: int) -> None:
    """The definition was removed so many times: events that need no look at the database."""
    id_, glossary_id = _uuid(definition), _uuid(place.glossary_id)
    await _told(place, DefinitionRemoved(definition_id=id_, glossary_id=glossary_id, author_id=None), count)


async def _told(place: Place, told: DefinitionUpdated | DefinitionRemoved, count: int) -> None:
    fields = events.outbox_fields(told)
    values = [fields["type"], fields["glossary_id"], fields["subject_id"], json.dumps(fields["data"])]
    connection = await place.connect()
    try:
        await connection.execute(_INSERT, *values, count)
    finally:
        await connection.close()


async def poisoned(place: Place, count: int = 1) -> None:
    """Events that no version of the server understands wait in the outbox: an unknown type, and a known one with other fields."""
    connection = await place.connect()
    try:
        for type_ in ("DefinitionExploded", "DefinitionUpdated"):
            glossary = _uuid(place.glossary_id)
            await connection.execute(
                _INSERT, type_, glossary, uuid4(), json.dumps({"definition_id": str(uuid4())}), count
            )
    finally:
        await connection.close()


def _uuid(id_: str) -> UUID:
    return ids.decode_any(id_)
