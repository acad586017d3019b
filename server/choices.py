"""Settings that take one of a few words."""

from enum import StrEnum


class Environment(StrEnum):
    """What this process is for."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Traces(StrEnum):
    """Where spans go."""

    OFF = "off"
    CONSOLE = "console"
    OTLP = "otlp"


class PasswordHash(StrEnum):
    """How new passwords are hashed; both kinds are always verified."""

    ARGON2ID = "argon2id"
    BCRYPT = "bcrypt"


class LogLevel(StrEnum):
    """Least weight of a line that is written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
