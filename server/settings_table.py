"""The settings as tables: as they are now, and as the documentation lists them."""

from server import settings
from server.kinds import HIDDEN
from server.setting import Setting
from server.settings import Settings

_BEGIN, _END = "<!-- settings: written by `make docs` -->\n", "<!-- end of settings -->"


def current(chosen: Settings) -> str:
    """One line per setting: variable and value; secrets, and passwords in URLs, are stars."""
    rows = [(facts.variable, _shown(facts, getattr(chosen, name))) for name, facts in settings.of_class()]
    width = max(len(variable) for variable, _ in rows)
    return "".join(f"{variable:<{width}}  {value}".rstrip() + "\n" for variable, value in rows)


def markdown() -> str:
    """The table of docs/operations.md."""
    lines = ["| variable | default | allowed | what it decides |", "|---|---|---|---|"]
    for _, facts in settings.of_class():
        about = f"{facts.about[0].upper()}{facts.about[1:]}."
        lines.append(f"| `{facts.variable}` | {_default(facts)} | {facts.kind.bounds} | {about} |")
    return "\n".join(lines) + "\n"


def within(page: str) -> str:
    """The page, with the table between its marks as it should be."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}{markdown()}{_END}{after}"


def _shown(facts: Setting, value: object) -> str:
    if facts.is_secret:
        return HIDDEN if value is not None else ""
    return facts.kind.write(value)


def _default(facts: Setting) -> str:
    development, production = (facts.kind.write(value) for value in (facts.default, facts.production_default))
    if development != production:
        return f"`{development}`; `{production}` in production"
    return f"`{development}`" if development else ""
