"""A client that reads once and then only listens knows what a client knows that reads anew."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.e2e import client_cache, operations
from tests.e2e.client import Client, until
from tests.e2e.client_cache import Cache
from tests.e2e.shelf import created, step
from tests.e2e.site import Site, registered

TEXTS = [
    "person who has the right to use a dwelling in return for payment",
    "A lease is an agreement.",
    "the thing that is used for the use of things etc.",
    "is when somebody pays",
]
STEPS = ["SUBMIT", "WITHDRAW", "APPROVE", "REJECT", "DISCARD_DRAFT", "ARCHIVE", "RESTORE"]
pytestmark = pytest.mark.timeout(600)
RULES = ["FRM-05", "FRM-01"]
ACTS = ["create", "update", "step", "step", "step", "delete", "waive", "revoke", "validate", "bring_back", "judge"]
Act = tuple[str, int, int]
acts = st.tuples(st.sampled_from(ACTS), st.integers(0, 3), st.integers(0, 6))


@dataclass(slots=True)
class Author:
    """Carries out acts, drawn without knowledge of what is possible: what is refused changes nothing."""

    site: Site
    glossary: str
    made: list[str] = field(default_factory=list)

    async def carry_out(self, drawn: list[Act]) -> None:
        """One after another."""
        for one in drawn:
            await self._act(*one)

    async def _act(self, kind: str, which: int, how: int) -> None:
        """One mutation, or none when there is nothing to do it to."""
        if kind == "create" or not self.made:
            await self._create(which, how)
            return
        if kind == "judge":
            await self._judge(how)
            return
        id_ = self.made[which % len(self.made)]
        found = await self.site.people.admin.ask(_LOOK, id=id_)
        row = found["node"]
        if row is not None:
            await self._to(kind, row, how)

    async def _create(self, which: int, how: int) -> None:
        people = self.site.people
        who = [people.author, people.editor][which % 2]
        new = {"glossaryId": self.glossary, "term": f"thing {len(self.made)}", "text": TEXTS[how % 4], "locale": "en"}
        found = await who.ask(operations.CREATE, input=new)
        if found["createDefinition.definition"]:
            self.made.append(found.text("createDefinition.definition.id"))

    async def _judge(self, how: int) -> None:
        """A rule counts otherwise from now on; every text is judged anew."""
        asked = await self.site.people.admin.ask(
            "query ($id: ID!) { node(id: $id) { ... on Glossary { version } } }", id=self.glossary
        )
        setting = {"code": RULES[how % 2], "isEnabled": how < 4}
        change = {"glossaryId": self.glossary, "expectedVersion": asked["node.version"], "settings": [setting]}
        await self.site.people.admin.ask(operations.RULE_PROFILE, input=change)

    async def _to(self, kind: str, row: dict[str, Any], how: int) -> None:
        admin, target = self.site.people.admin, {"id": row["id"], "expectedVersion": row["version"]}
        findings = row["findings"]["nodes"]
        finding = {"findingId": findings[how % len(findings)]["id"]} if findings else None
        match kind:
            case "update":
                await admin.ask(operations.UPDATE, input={**target, "text": TEXTS[how % 4]})
            case "step":
                await admin.ask(operations.STEP, input={**target, "transition": STEPS[how], "overrideReason": "a test"})
            case "delete" if how == 0:
                await admin.ask(operations.DELETE, input=target)
            case "validate":
                await admin.ask(operations.START, input={"definitionId": row["id"]})
            case "bring_back":
                await admin.ask(operations.RESTORE_VERSION, input={**target, "number": 1})
            case "waive" if finding:
                await admin.ask(operations.WAIVE, input={**finding, "reason": "a test"})
            case "revoke" if finding:
                await admin.ask(operations.REVOKE_WAIVER, input=finding)


_UNFINISHED = """query ($glossary: ID!) {
  validationRuns(first: 1, filter: {glossaryId: {eq: $glossary}, status: [QUEUED, RUNNING]}) { nodes { id } }
  jobs(first: 1, filter: {glossaryId: {eq: $glossary}, status: [QUEUED, RUNNING]}) { nodes { id } } }"""
_LOOK = """query ($id: ID!) { node(id: $id) { ... on Definition { id version findings(first: 50, filter: {}) { nodes { id } } } } }"""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody with a cache."""

    name: str
    client: Client
    cache: Cache


@pytest_asyncio.fixture(scope="module")
async def reader(site: Site) -> Client:
    """Somebody who wrote nothing."""
    return await registered(site.http, f"{uuid4().hex}@example.org")


# No shrinking: the failure names what differs, and a smaller example would cost minutes.
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(acts, min_size=2, max_size=5), st.lists(st.lists(acts, min_size=3, max_size=8), min_size=1, max_size=3))
async def test_events_alone_keep_a_cache_right(
    site: Site, reader: Client, before: list[Act], rounds: list[list[Act]]
) -> None:
    glossary = await _glossary(site)
    author = Author(site, glossary)
    markers = [await _established(site, glossary, f"marker {place}") for place in range(len(rounds) + 1)]
    await author.carry_out(before)
    people = site.people
    clients = {"anonymous": people.anonymous, "reader": reader, "author": people.author, "editor": people.editor}
    watchers = [Watcher(name, one, await client_cache.read(one, glossary)) for name, one in clients.items()]

    for place, some in enumerate(rounds):
        await author.carry_out(some)
        run = await _mark(site, glossary, validated=markers[-1], archived=markers[place])
        await asyncio.gather(*(_catch_up(one, glossary, run, markers[place]) for one in watchers))

    assert [gap for one in watchers for gap in await _differences(one, glossary)] == []


async def _differences(watcher: Watcher, glossary: str) -> list[tuple[object, ...]]:
    """Who, which definition, which field, what the cache holds, what a fresh read finds."""
    held, fresh = watcher.cache.content, (await client_cache.read(watcher.client, glossary)).content
    return [
        (watcher.name, id_, name, held.get(id_, {}).get(name), fresh.get(id_, {}).get(name))
        for id_ in held.keys() | fresh.keys()
        for name in held.get(id_, {}).keys() | fresh.get(id_, {}).keys()
        if held.get(id_, {}).get(name) != fresh.get(id_, {}).get(name)
    ]


async def _glossary(site: Site) -> str:
    name = f"cache-{uuid4().hex[:8]}"
    new = {"slug": name, "name": name, "isPublic": True, "locales": ["en"]}
    made = await site.people.admin.ask(operations.CREATE_GLOSSARY, input=new)
    return made.text("createGlossary.glossary.id")


async def _established(site: Site, glossary: str, term: str) -> str:
    text = f"{TEXTS[0]} of {term}"
    id_ = await created(site.people.author, glossary, term, text)
    await step(site.people.author, id_, 1, "SUBMIT")
    await step(site.people.editor, id_, 2, "APPROVE")
    return id_


async def _mark(site: Site, glossary: str, *, validated: str, archived: str) -> str:
    """Everything is done; then each stream gets an event that everybody hears. The run of the first."""

    async def is_quiet() -> bool:
        found = await site.people.admin.ask(_UNFINISHED, glossary=glossary)
        return not found["validationRuns.nodes"] and not found["jobs.nodes"]

    await until(is_quiet)
    started = await site.people.editor.ask(operations.START, input={"definitionId": validated})
    await until(is_quiet)
    await step(site.people.editor, archived, 3, "ARCHIVE")
    return started.text("startValidation.run.id")


async def _catch_up(watcher: Watcher, glossary: str, run: str, archived: str) -> None:
    """The cache has heard of everything up to the markers."""
    cache = watcher.cache
    asked: dict[str, object] = {"glossary": glossary, "after": cache.cursor}
    async with watcher.client.stream(client_cache.DEFINITION_EVENTS, asked) as stream:
        told = await stream.until(lambda event: archived in event.data)
    async with watcher.client.stream(client_cache.VALIDATION_EVENTS, asked) as stream:
        found = await stream.until(lambda event: run in event.data and '"SUCCEEDED"' in event.data)
    for event in (*told, *found):
        cache.hear(next(iter(event.json["data"].values()))["event"])
    # The marker in the definitions came last; what it follows has been heard on both streams.
    cache.cursor = str(told[-1].id)
