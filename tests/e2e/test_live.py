"""Events as clients hear them: each once, in order, over server-sent events and over WebSocket."""

import asyncio
import json
from uuid import uuid4

from tests.e2e import operations
from tests.e2e.client import Client, Event, Stream, until
from tests.e2e.shelf import a_term, a_text, created, established, step
from tests.e2e.site import Site, registered
from tests.gate import socket_client

COUNT = 12


async def test_each_event_is_heard_once_and_in_order(site: Site) -> None:
    async with site.people.editor.stream(operations.DEFINITION_EVENTS) as stream:
        first = await stream.next()
        made = await _write(site, COUNT)
        heard = await _heard(stream, made[-1])

    assert first.json["data"]["definitionEvents"]["event"] == {"__typename": "StreamCheckpoint", "isFirst": True}
    assert heard == made


async def test_a_stream_resumes_after_its_last_event(site: Site) -> None:
    async with site.people.editor.stream(operations.DEFINITION_EVENTS) as stream:
        await stream.next()
        made = await _write(site, 1)
        last = (await stream.until(lambda event: made[0] in event.data))[-1]
    missed = await _write(site, COUNT)

    async with site.people.editor.stream(operations.DEFINITION_EVENTS, last_event_id=last.id) as stream:
        more = asyncio.create_task(_write(site, 3))
        heard = await _heard(stream, missed[-1])
        heard += await _heard(stream, (await more)[-1])

    assert heard == missed + more.result()


async def test_a_socket_resumes_after_its_cursor(site: Site) -> None:
    cursor = (await site.people.editor.ask("{ eventCursor }"))["eventCursor"]
    missed = await _write(site, COUNT)

    async with socket_client.opened(site.address) as peer:
        await peer.init(authorization=f"Bearer {site.people.editor.token}")
        await peer.ask("1", operations.DEFINITION_EVENTS, variables={"after": cursor})
        more = asyncio.create_task(_write(site, 3))
        heard = await _heard_by(peer, missed[-1])
        heard += await _heard_by(peer, (await more)[-1])

    assert heard == missed + more.result()


async def test_anonymous_hears_only_what_enters_force(site: Site) -> None:
    async with site.people.anonymous.stream(operations.DEFINITION_EVENTS) as stream:
        await stream.next()
        await _write(site, 2)
        id_ = await established(site, a_term(), a_text())
        await step(site.people.editor, id_, 3, "ARCHIVE")
        heard = await stream.until(lambda event: "DefinitionRemoved" in event.data)

    told = [event.json["data"]["definitionEvents"]["event"] for event in heard]
    assert [one["__typename"] for one in told if one["__typename"] != "StreamCheckpoint"] == [
        "DefinitionCreated",
        "DefinitionRemoved",
    ]
    assert told[-1]["definitionId"] == id_


async def test_a_stranger_hears_nothing_of_the_drafts_of_others(site: Site) -> None:
    stranger = await registered(site.http, f"{uuid4().hex}@example.org")
    async with stranger.stream(operations.DEFINITION_EVENTS) as stream:
        await stream.next()
        await _write(site, 2)
        own = await created(stranger, site.glossary_id, a_term(), a_text())
        heard = await _heard(stream, own)

    assert heard == [own]


async def test_signing_out_ends_the_stream(site: Site) -> None:
    leaver = await registered(site.http, f"{uuid4().hex}@example.org")
    async with leaver.stream(operations.DEFINITION_EVENTS) as stream:
        await stream.next()
        await _sign_out(leaver)
        await established(site, a_term(), a_text())
        heard = await stream.until(lambda event: event.kind == "complete")

    assert '"code":"FORBIDDEN"' in heard[-2].data


async def test_signing_out_closes_the_socket(site: Site) -> None:
    leaver = await registered(site.http, f"{uuid4().hex}@example.org")
    async with socket_client.opened(site.address) as peer:
        await peer.init(authorization=f"Bearer {leaver.token}")
        await peer.ask("1", operations.DEFINITION_EVENTS)
        await peer.hear()
        await _sign_out(leaver)
        await established(site, a_term(), a_text())

        assert (await peer.end())[0] == 4403


async def test_a_forged_token_opens_no_socket(site: Site) -> None:
    async with socket_client.opened(site.address) as peer:
        await peer.say({"type": "connection_init", "payload": {"authorization": "Bearer forged"}})

        assert (await peer.end())[0] == 4403


async def _sign_out(leaver: Client) -> None:
    """Every session has ended, and the server no longer takes the token: within a second."""
    await leaver.ask(operations.SIGN_OUT, input={"everywhere": True})

    async def is_refused() -> bool:
        return (await leaver.ask(operations.VIEWER)).status == 401

    await until(is_refused)


async def _write(site: Site, count: int) -> list[str]:
    """Ids of new drafts, in the order in which they were made."""
    return [await created(site.people.author, site.glossary_id, a_term(), a_text()) for _ in range(count)]


async def _heard(stream: Stream, last: str) -> list[str]:
    """Ids of what was created, up to the last."""
    return _created(await stream.until(lambda event: last in event.data))


async def _heard_by(peer: socket_client.Peer, last: str) -> list[str]:
    frames = [await peer.hear()]
    while last not in json.dumps(frames[-1]):
        frames.append(await peer.hear())
    return _created([Event(None, frame["type"], json.dumps(frame["payload"])) for frame in frames])


def _created(heard: list[Event]) -> list[str]:
    told = [event.json["data"]["definitionEvents"]["event"] for event in heard]
    return [one["definition"]["id"] for one in told if one["__typename"] == "DefinitionCreated"]
