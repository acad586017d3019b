"""Which Begrip this is."""

import tomllib

from server import home


def current() -> str:
    """The version, as the project file beside the rooms says; the image carries that file too."""
    with (home.PROJECT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
