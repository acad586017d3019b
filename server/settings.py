"""Settings: read once from the environment, typed, bounded, frozen; passed down as values."""
# ruff: noqa: RUF009 - `setting` makes a dataclass field; nothing is shared between instances

import dataclasses
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from schema.gate.modes import Mode, StatusProfile
from server.choices import Environment, LogLevel, PasswordHash, Traces
from server.kinds import Kind, networks, one_of, optional, origins, seconds, switch, text, url, whole
from server.setting import Setting, WrongSetting, setting, setting_by_environment

__all__ = ["Environment", "LogLevel", "PasswordHash", "Settings", "Traces", "WrongSetting", "of_class", "read"]

_DAY = 86_400
_MIB = 1024 * 1024


_POSTGRES = optional(url("postgresql", "postgres"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that an operator may decide. The order is that of the printed table."""

    environment: Environment = setting(
        "BEGRIP_ENV",
        one_of(Environment, Environment),
        Environment.DEVELOPMENT,
        "production refuses embedded servers and everything that is handy but unsafe",
    )
    host: str = setting("BEGRIP_HOST", text(), "127.0.0.1", "address to listen on")
    port: int = setting("BEGRIP_PORT", whole(0, 65535), 8000, "port to listen on; 0 takes a free one")
    public_url: str | None = setting(
        "BEGRIP_PUBLIC_URL",
        optional(url("http", "https")),
        None,
        "how clients reach the server, and the issuer of its tokens; required in production",
    )
    data_dir: Path | None = setting(
        "BEGRIP_DATA_DIR",
        optional(Kind(Path, "a folder")),
        None,
        "keeps the embedded servers' data and the development secret; empty: `.data` in the project, or a private folder under /var/tmp",
    )
    secret_key: str | None = setting(
        "BEGRIP_SECRET_KEY",
        optional(text(min_length=32)),
        None,
        "signs cursors and wraps signing keys; required in production, made and kept in the data folder otherwise",
        is_secret=True,
    )
    database_url: str | None = setting(
        "DATABASE_URL", _POSTGRES, None, "PostgreSQL 15 or newer, as the role that serves; empty: the embedded one"
    )
    owner_url: str | None = setting(
        "DATABASE_OWNER_URL", _POSTGRES, None, "the same database as the role that migrates; empty: DATABASE_URL"
    )
    replica_url: str | None = setting("DATABASE_REPLICA_URL", _POSTGRES, None, "a read replica; empty: none")
    redis_url: str | None = setting(
        "REDIS_URL",
        optional(url("redis", "rediss", "unix")),
        None,
        "Redis 7 or newer, or Valkey; empty: the embedded one",
    )
    pool_min: int = setting("BEGRIP_POOL_MIN", whole(0, 200), 1, "connections to PostgreSQL kept open, per process")
    pool_max: int = setting("BEGRIP_POOL_MAX", whole(1, 200), 10, "connections to PostgreSQL at most, per process")
    pool_wait: timedelta = setting(
        "BEGRIP_POOL_WAIT",
        seconds(0.1, 30),
        timedelta(seconds=2),
        "how long a request waits for a connection before it is turned away",
    )
    statement_timeout: timedelta = setting(
        "BEGRIP_STATEMENT_TIMEOUT", seconds(0.1, 300), timedelta(seconds=10), "how long one SQL statement may take"
    )
    request_timeout: timedelta = setting(
        "BEGRIP_REQUEST_TIMEOUT", seconds(0.5, 300), timedelta(seconds=10), "how long one GraphQL operation may take"
    )
    drain: timedelta = setting(
        "BEGRIP_DRAIN",
        seconds(0, 300),
        timedelta(seconds=20),
        "how long running requests get when the server is told to stop",
    )
    body_limit: int = setting("BEGRIP_BODY_LIMIT", whole(1024, 64 * _MIB), _MIB, "bytes of a request body, signed in")
    anonymous_body_limit: int = setting(
        "BEGRIP_ANONYMOUS_BODY_LIMIT", whole(1024, 64 * _MIB), 256_000, "bytes of a request body, anonymous"
    )
    body_timeout: timedelta = setting(
        "BEGRIP_BODY_TIMEOUT", seconds(0.1, 300), timedelta(seconds=15), "how long a request body may take to arrive"
    )
    cost_limit: int = setting(
        "BEGRIP_COST_LIMIT", whole(100, 1_000_000), 2_000, "points that one GraphQL operation may cost, before it runs"
    )
    rate_points: int = setting(
        "BEGRIP_RATE_POINTS",
        whole(0, 100_000_000),
        10_000,
        "points in the bucket of each user, or of each address of anonymous callers; 0: no bucket",
    )
    rate_refill: int = setting("BEGRIP_RATE_REFILL", whole(1, 1_000_000), 100, "points a second that fill the bucket")
    sockets_per_user: int = setting("BEGRIP_SOCKETS_PER_USER", whole(1, 100_000), 200, "open sockets of one person")
    sockets_per_address: int = setting(
        "BEGRIP_SOCKETS_PER_ADDRESS", whole(1, 1_000_000), 2_000, "open sockets from one address"
    )
    http_status: StatusProfile = setting(
        "BEGRIP_HTTP_STATUS_PROFILE",
        one_of(StatusProfile, StatusProfile),
        StatusProfile.SEPTEMBER_2026,
        "status codes of GraphQL over HTTP: the edition of September 2026, or those that the older audit suite asks for",
    )
    introspection: bool = setting_by_environment(
        "BEGRIP_INTROSPECTION",
        switch(),
        "whether everybody may read the schema and gets suggestions; off: holders of schema:read, without suggestions",
        development=True,
        production=False,
    )
    trusted_documents: Mode = setting(
        "BEGRIP_TRUSTED_DOCUMENTS",
        one_of(Mode, Mode),
        Mode.OFF,
        "documents that the operator did not load (`begrip documents load`): run, run and logged, or refused",
    )
    persisted_queries: bool = setting(
        "BEGRIP_PERSISTED_QUERIES",
        switch(),
        default=True,
        about="whether clients may leave documents for later (Apollo's APQ)",
    )
    trusted_proxies: tuple[str, ...] = setting(
        "BEGRIP_TRUSTED_PROXIES", networks(), (), "whose X-Forwarded-For and X-Forwarded-Proto are believed"
    )
    cors_origins: tuple[str, ...] = setting(
        "BEGRIP_CORS_ORIGINS", origins(), (), "web pages elsewhere that may call the API and open sockets"
    )
    may_register: bool = setting_by_environment(
        "BEGRIP_REGISTRATION", switch(), "whether anybody may register", development=True, production=False
    )
    password_hash: PasswordHash = setting(
        "BEGRIP_PASSWORD_HASH",
        one_of(PasswordHash, PasswordHash),
        PasswordHash.ARGON2ID,
        "how new passwords are hashed",
    )
    access_token_lifetime: timedelta = setting(
        "BEGRIP_ACCESS_TOKEN_LIFETIME", seconds(30, 600), timedelta(seconds=600), "how long an access token is good"
    )
    refresh_token_lifetime: timedelta = setting(
        "BEGRIP_REFRESH_TOKEN_LIFETIME",
        seconds(600, 90 * _DAY),
        timedelta(days=14),
        "how long a session lives that is not used",
    )
    session_lifetime: timedelta = setting(
        "BEGRIP_SESSION_LIFETIME",
        seconds(600, 365 * _DAY),
        timedelta(days=90),
        "how long a session lives at most, used or not",
    )
    graphiql: bool = setting_by_environment(
        "BEGRIP_GRAPHIQL", switch(), "whether browsers get GraphiQL on GET /graphql", development=True, production=False
    )
    sample: bool = setting_by_environment(
        "BEGRIP_SAMPLE",
        switch(),
        "whether an empty store is given the sample glossary",
        development=True,
        production=False,
    )
    events_folder: str | None = setting(
        "BEGRIP_EVENTS_FOLDER", optional(text()), None, "folder where events go too, as CloudEvents in JSON Lines"
    )
    log_level: LogLevel = setting(
        "BEGRIP_LOG_LEVEL", one_of(LogLevel, LogLevel), LogLevel.INFO, "least weight of a log line that is written"
    )
    traces: Traces = setting(
        "BEGRIP_TRACES", one_of(Traces, Traces), Traces.OFF, "where spans go; otlp obeys OTEL_EXPORTER_OTLP_ENDPOINT"
    )

    @property
    def is_production(self) -> bool:
        """Whether nothing handy but unsafe may happen."""
        return self.environment is Environment.PRODUCTION

    @property
    def issuer(self) -> str:
        """Who signs tokens."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def log_number(self) -> int:
        """The level as `logging` counts it."""
        return logging.getLevelNamesMapping()[self.log_level.upper()]


def of_class() -> list[tuple[str, Setting]]:
    """Fields with what is said about them, in the order of the table."""
    return [(field.name, field.metadata["setting"]) for field in dataclasses.fields(Settings)]


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process. An empty variable counts as absent.

    Raises:
        WrongSetting: the first variable, in the order of the table, that is wrong or missing.
    """
    source = os.environ if environ is None else environ
    is_production = source.get("BEGRIP_ENV", "").strip() == Environment.PRODUCTION
    values: dict[str, Any] = {}
    for name, facts in of_class():
        raw = source.get(facts.variable, "").strip()
        default = facts.production_default if is_production else facts.default
        values[name] = _value(facts, raw) if raw else default
    chosen = Settings(**values)
    _check_together(chosen)
    return chosen


def _value(facts: Setting, raw: str) -> object:
    try:
        return facts.kind.read(raw)
    except ValueError as err:
        raise WrongSetting(facts.variable, str(err)) from None


def _check_together(chosen: Settings) -> None:
    if chosen.pool_min > chosen.pool_max:
        raise WrongSetting("BEGRIP_POOL_MIN", f"must not exceed BEGRIP_POOL_MAX, which is {chosen.pool_max}")
    if 0 < chosen.rate_points < chosen.cost_limit:
        raise WrongSetting(
            "BEGRIP_RATE_POINTS", f"must not be less than BEGRIP_COST_LIMIT, which is {chosen.cost_limit}"
        )
    if chosen.is_production:
        required = {
            "BEGRIP_PUBLIC_URL": chosen.public_url,
            "BEGRIP_SECRET_KEY": chosen.secret_key,
            "DATABASE_URL": chosen.database_url,
            "REDIS_URL": chosen.redis_url,
        }
        for variable, value in required.items():
            if value is None:
                raise WrongSetting(variable, "is required when BEGRIP_ENV is production")
