"""What counts as the database being away."""

import asyncpg
import pytest

from models import engine


@pytest.mark.parametrize(
    "error",
    [
        engine.PoolExhausted(),
        ConnectionRefusedError(),
        FileNotFoundError("no socket"),
        asyncpg.ConnectionDoesNotExistError(),
        asyncpg.InterfaceError("connection is closed"),
        asyncpg.AdminShutdownError(),
        asyncpg.CannotConnectNowError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_database_is_away(error: Exception) -> None:
    assert engine.is_away(error)


@pytest.mark.parametrize(
    "error",
    [ValueError(), asyncpg.UniqueViolationError(), asyncpg.QueryCanceledError()],
    ids=lambda error: type(error).__name__,
)
def test_other_faults_are_no_absence(error: Exception) -> None:
    assert not engine.is_away(error)
