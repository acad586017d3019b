"""Migrations: reversible, carrying their state, and equal to the models and to the catalogue of the database."""

import asyncio
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import asyncpg
import pytest
from aerich.utils import decompress_dict, get_models_describe
from tortoise.context import TortoiseContext

from models import migrate, store
from models.keys import uuid7
from tests import harness

SQL_ONLY = {"search", "term_trigrams"}
SUBJECT = uuid7()

COLUMNS = """
    SELECT table_name, column_name, data_type, coalesce(character_maximum_length, 0) AS size, is_nullable,
           coalesce(column_default, '') AS value, coalesce(collation_name, '') AS collation, is_generated
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '%_2___\\___'
    ORDER BY 1, 2
"""
INDEXES = "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2"
CONSTRAINTS = """
    SELECT conrelid::regclass::text AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY 1, 2
"""
TRIGGERS = "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2"


@pytest.fixture
def blank(engines: harness.Services) -> Iterator[str]:
    """The owner's URL of a migrated database that nobody else uses."""
    name = f"begrip_blank_{uuid7().hex}"
    harness.make_database(engines, name)
    yield engines.url("begrip_owner", name)
    harness.drop_database(engines, name)


def loaded(file: str) -> ModuleType:
    path = migrate.LOCATION / "models" / file
    spec = importlib.util.spec_from_file_location(Path(file).stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def catalogue(url: str) -> list[list[tuple[object, ...]]]:
    connection = await harness.connect(url)
    try:
        return [
            [tuple(row) for row in await connection.fetch(sql)] for sql in (COLUMNS, INDEXES, CONSTRAINTS, TRIGGERS)
        ]
    finally:
        await connection.close()


async def carried_out(url: str, *statements: str) -> None:
    connection = await harness.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


FILL = (
    f"INSERT INTO users (id, display_name, email, email_key) VALUES ('{SUBJECT}', 'Ada', 'a@b.nl', 'a@b.nl')",
    f"INSERT INTO glossaries (id, slug, name, name_key, profile_fingerprint) VALUES ('{SUBJECT}', 'g', 'G', 'g', '')",
    f"""INSERT INTO pattern_rules (id, glossary_id, code, name, question, severity, locale, pattern)
        VALUES ('{SUBJECT}', '{SUBJECT}', 'X-A', 'A', 'A?', 'INFO', 'nl', 'a')""",
    f"INSERT INTO concepts (id, glossary_id) VALUES ('{SUBJECT}', '{SUBJECT}')",
    f"""INSERT INTO definitions (id, glossary_id, concept_id, slug, term, term_key, text, locale, text_hash)
        VALUES ('{SUBJECT}', '{SUBJECT}', '{SUBJECT}', 'huur', 'huur', 'huur', 'gebruik tegen betaling', 'nl', '')""",
    f"""INSERT INTO audit_log (id, actor_kind, action, subject_kind, subject_id, request_id)
        VALUES ('{uuid7()}', 'SYSTEM', 'x', 'X', '{SUBJECT}', 'r')""",
    f"INSERT INTO outbox (event_id, type, subject_id) VALUES ('{SUBJECT}', 'X', '{SUBJECT}')",
)


def test_populated_database_goes_down_and_up_to_the_same_catalogue(blank: str) -> None:
    before = asyncio.run(catalogue(blank))
    asyncio.run(carried_out(blank, *FILL))

    undone = migrate.downgrade(blank, to=-1)
    done = migrate.upgrade(blank)

    assert undone == tuple(reversed(migrate.files()))
    assert done == migrate.files()
    assert asyncio.run(catalogue(blank)) == before


def test_every_step_down_can_be_taken_alone(blank: str) -> None:
    before = asyncio.run(catalogue(blank))
    asyncio.run(carried_out(blank, *FILL))

    migrate.downgrade(blank, to=len(migrate.files()) - 3)
    migrate.upgrade(blank)

    assert asyncio.run(catalogue(blank)) == before


def test_database_at_head_has_nothing_to_do(blank: str) -> None:
    assert migrate.upgrade(blank) == ()
    assert migrate.state(blank) == migrate.State(applied=migrate.files(), pending=())


def test_database_without_tables_lacks_every_migration(engines: harness.Services) -> None:
    url = engines.url("begrip_owner", "postgres")

    assert migrate.state(url) == migrate.State(applied=(), pending=migrate.files())


@pytest.mark.parametrize("file", migrate.files())
def test_migration_carries_its_state_and_a_way_back(file: str) -> None:
    module = loaded(file)

    assert decompress_dict(module.MODELS_STATE)
    assert asyncio.run(module.downgrade(None)).strip()


async def test_newest_state_equals_the_models() -> None:
    context = TortoiseContext()
    apps = {"models": {"models": [*store.MODULES, "aerich.models"], "default_connection": store.PRIMARY}}
    url = "postgresql://nobody@127.0.0.1/none"
    connections = {store.PRIMARY: store.connection_config(url, store.Pool())}
    with context:
        await context.init(config={"connections": connections, "apps": apps})
        described = get_models_describe("models")

    newest = decompress_dict(loaded(migrate.files()[-1]).MODELS_STATE)

    assert newest.keys() == described.keys()
    assert {name: model["data_fields"] for name, model in newest.items()} == {
        name: model["data_fields"] for name, model in described.items()
    }


def columns_of_models() -> set[tuple[str, str, bool]]:
    newest = decompress_dict(loaded(migrate.files()[-1]).MODELS_STATE)
    return {
        (model["table"], column["db_column"], column["nullable"])
        for model in newest.values()
        for column in [model["pk_field"], *model["data_fields"]]
    }


def test_catalogue_has_the_columns_of_the_models_and_no_others(blank: str) -> None:
    columns, *_ = asyncio.run(catalogue(blank))

    found = {
        (str(row[0]), str(row[1]), row[4] == "YES")
        for row in columns
        if row[1] not in SQL_ONLY and not str(row[0]).endswith(("_rest", "_0", "_1", "_2"))
    }

    assert found == columns_of_models()


def test_every_foreign_key_has_an_index(blank: str) -> None:
    sql = """
        SELECT c.conrelid::regclass::text || '.' || a.attname FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND NOT EXISTS (
            SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])
    """

    assert asyncio.run(values(blank, sql)) == []


def test_role_that_serves_cannot_change_what_is_append_only(blank: str) -> None:
    asyncio.run(carried_out(blank, *FILL))
    as_app = blank.replace("begrip_owner", "begrip_app")

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        asyncio.run(carried_out(as_app, "UPDATE audit_log SET action = 'forged'"))


def test_owner_cannot_change_the_audit_log_by_accident(blank: str) -> None:
    asyncio.run(carried_out(blank, *FILL))

    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="append-only"):
        asyncio.run(carried_out(blank, "DELETE FROM audit_log"))


def test_search_columns_are_computed_without_a_search_path_as_a_restore_does(blank: str) -> None:
    changed = "UPDATE public.definitions SET text = 'gebruik van een huis'"

    asyncio.run(carried_out(blank, *FILL, "SET search_path = ''", changed))

    assert asyncio.run(values(blank, "SELECT search::text FROM definitions")) == ["'gebruik':2C 'huis':5C 'hur':1A"]


async def values(url: str, sql: str) -> list[object]:
    connection = await harness.connect(url)
    try:
        return [row[0] for row in await connection.fetch(sql)]
    finally:
        await connection.close()
