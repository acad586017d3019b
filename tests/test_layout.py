"""Every room is the one of this checkout, and nobody else has its name."""

import importlib
import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
ROOMS = ("auth", "cache", "exchange", "migrations", "models", "resolvers", "rules", "schema", "server", "subscriptions")


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "migrations"])
def test_a_room_is_the_one_of_this_checkout(room: str) -> None:
    found = importlib.import_module(room).__file__

    assert found == str(PROJECT / room / "__init__.py")


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_distribution_claims_the_name_of_a_room(room: str) -> None:
    claims = importlib.metadata.packages_distributions().get(room, [])

    assert set(claims) <= {"begrip"}


def test_the_project_cannot_be_uploaded_by_accident() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert "Private :: Do Not Upload" in project["classifiers"]


def test_every_room_is_packaged() -> None:
    tool = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]

    assert {name.rstrip("*") for name in tool["setuptools"]["packages"]["find"]["include"]} == set(ROOMS)


def test_every_room_goes_into_the_image() -> None:
    lines = (PROJECT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    kept = (PROJECT / ".dockerignore").read_text(encoding="utf-8").splitlines()

    assert {line for line in lines if line.startswith("COPY ") and line.split()[1] in ROOMS} == {
        f"COPY {room} {room}" for room in ROOMS
    }
    assert {f"!{room}" for room in ROOMS} <= set(kept)


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    declared = next(line for line in makefile.splitlines() if line.startswith(".PHONY:")).split()[1:]

    assert {"serve", "test"} <= set(declared)
    assert re.findall(r"^([a-z-]+): ## ", makefile, re.MULTILINE) == declared


def test_the_pinned_uv_of_the_image_is_the_one_that_make_brings() -> None:
    image = (PROJECT / "Dockerfile").read_text(encoding="utf-8")
    script = (PROJECT / ".ci" / "bring_uv.py").read_text(encoding="utf-8")

    assert "FROM ghcr.io/astral-sh/uv:0.13.9 AS uv" in image
    assert 'VERSION = "0.13.9"' in script
