from datetime import timedelta
from pathlib import Path

import pytest

from server import home, settings, settings_table
from server.setting import WrongSetting
from server.settings import Environment

PRODUCTION = {
    "BEGRIP_ENV": "production",
    "BEGRIP_PUBLIC_URL": "https://begrip.example.org",
    "BEGRIP_SECRET_KEY": "k" * 32,
    "DATABASE_URL": "postgresql://app:pw-one@db:5432/begrip",
    "REDIS_URL": "redis://:pw-two@cache:6379/0",
}


def test_nothing_set_is_development_on_port_8000() -> None:
    chosen = settings.read({})

    assert (chosen.environment, chosen.host, chosen.port) == (Environment.DEVELOPMENT, "127.0.0.1", 8000)


def test_an_empty_variable_counts_as_absent() -> None:
    assert settings.read({"BEGRIP_PORT": " ", "DATABASE_URL": ""}) == settings.read({})


def test_values_become_what_they_mean() -> None:
    chosen = settings.read(
        {
            "BEGRIP_DATA_DIR": "/var/lib/begrip",
            "BEGRIP_POOL_WAIT": "0.5",
            "BEGRIP_CORS_ORIGINS": "https://a.example, http://localhost:3000,",
            "BEGRIP_TRUSTED_PROXIES": "10.0.0.0/8,192.168.1.1",
            "BEGRIP_REGISTRATION": "off",
        }
    )

    assert chosen.data_dir == Path("/var/lib/begrip")
    assert chosen.pool_wait == timedelta(seconds=0.5)
    assert chosen.cors_origins == ("https://a.example", "http://localhost:3000")
    assert chosen.trusted_proxies == ("10.0.0.0/8", "192.168.1.1/32")
    assert chosen.may_register is False


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("BEGRIP_PORT", "http", "BEGRIP_PORT: must be a whole number from 0 to 65535, not 'http'"),
        ("BEGRIP_PORT", "65536", "BEGRIP_PORT: must be a whole number from 0 to 65535, not '65536'"),
        ("BEGRIP_PORT", "٨", "BEGRIP_PORT: must be a whole number from 0 to 65535, not '٨'"),
        ("BEGRIP_ENV", "prod", "BEGRIP_ENV: must be one of development, production, not 'prod'"),
        ("BEGRIP_SECRET_KEY", "short", "BEGRIP_SECRET_KEY: must have at least 32 characters"),
        (
            "DATABASE_URL",
            "mysql://db",
            "DATABASE_URL: must be a URL that begins with postgresql:// or postgres://",
        ),
        ("DATABASE_URL", "postgresql://db:port/x", "DATABASE_URL: is no URL"),
        ("REDIS_URL", "redis:", "REDIS_URL: must be a URL that begins with redis:// or rediss:// or unix://"),
        ("BEGRIP_POOL_WAIT", "nan", "BEGRIP_POOL_WAIT: must be a number of seconds from 0.1 to 30, not 'nan'"),
        ("BEGRIP_POOL_WAIT", "soon", "BEGRIP_POOL_WAIT: must be a number of seconds from 0.1 to 30, not 'soon'"),
        ("BEGRIP_REGISTRATION", "yes", "BEGRIP_REGISTRATION: must be `on` or `off`, not 'yes'"),
        ("BEGRIP_CORS_ORIGINS", "*", "BEGRIP_CORS_ORIGINS: must be origins like https://example.org, not '*'"),
        (
            "BEGRIP_TRUSTED_PROXIES",
            "proxy",
            "BEGRIP_TRUSTED_PROXIES: must be addresses or networks like 10.0.0.0/8, not 'proxy'",
        ),
        (
            "BEGRIP_ACCESS_TOKEN_LIFETIME",
            "601",
            "BEGRIP_ACCESS_TOKEN_LIFETIME: must be a number of seconds from 30 to 600, not '601'",
        ),
        ("BEGRIP_POOL_MIN", "11", "BEGRIP_POOL_MIN: must not exceed BEGRIP_POOL_MAX, which is 10"),
    ],
)
def test_a_wrong_value_is_refused_in_one_line_that_names_the_variable(variable: str, value: str, sentence: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        settings.read({variable: value})

    assert str(refused.value) == sentence


def test_a_refused_url_does_not_repeat_its_password() -> None:
    with pytest.raises(WrongSetting) as refused:
        settings.read({"DATABASE_URL": "mysql://app:hush@db/x"})

    assert "hush" not in str(refused.value)


@pytest.mark.parametrize("variable", ["BEGRIP_PUBLIC_URL", "BEGRIP_SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_production_requires_what_development_makes_itself(variable: str) -> None:
    environ = {name: value for name, value in PRODUCTION.items() if name != variable}

    with pytest.raises(WrongSetting) as refused:
        settings.read(environ)

    assert str(refused.value) == f"{variable}: is required when BEGRIP_ENV is production"


def test_production_turns_handy_things_off() -> None:
    chosen = settings.read(PRODUCTION)

    assert (chosen.may_register, chosen.graphiql, chosen.sample) == (False, False, False)


def test_the_issuer_is_the_public_url() -> None:
    assert settings.read({"BEGRIP_PUBLIC_URL": "https://x.example/"}).issuer == "https://x.example"
    assert settings.read({"BEGRIP_PORT": "9000"}).issuer == "http://127.0.0.1:9000"


def test_the_printed_settings_hide_secrets_and_passwords() -> None:
    replica = "postgresql://db/begrip?user=app&password=pw-three"

    shown = settings_table.current(settings.read(PRODUCTION | {"DATABASE_REPLICA_URL": replica}))

    assert "pw-" not in shown
    assert "kkk" not in shown
    rows = dict(line.split() for line in shown.splitlines() if len(line.split()) == 2)
    assert rows["DATABASE_URL"] == "postgresql://app:******@db:5432/begrip"
    assert rows["REDIS_URL"] == "redis://:******@cache:6379/0"
    assert rows["BEGRIP_SECRET_KEY"] == "******"


def test_every_setting_is_printed_once() -> None:
    lines = settings_table.current(settings.read({})).splitlines()

    assert [line.split()[0] for line in lines] == [facts.variable for _, facts in settings.of_class()]


def test_the_documented_table_is_the_one_the_code_has() -> None:
    page = (home.PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")

    assert settings_table.within(page) == page
