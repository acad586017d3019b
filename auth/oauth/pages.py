"""Our own pages: sign-in, consent, and the one for links that lead nowhere. Plain forms that need no script."""

from collections.abc import Collection
from dataclasses import dataclass
from html import escape

from auth.oauth import style, texts
from auth.scopes import Scope

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'{more}"
"""Browsers also hold the redirect that answers a form against `form-action`, so the application's own origin stands there too."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one page is made for."""

    locale: str
    application: str
    token: str
    """Of the form."""


def policy(origin: str = "") -> str:
    """The content security policy of a page."""
    return POLICY.format(more=f" {origin}" if origin else "")


def sign_in(page: Page, *, fault: str | None = None, email: str = "") -> str:
    """A form for address and password. `fault` is the key of what went wrong."""
    say = texts.say
    problem = f'<p class="bad" role="alert" id="fault">{escape(say(page.locale, fault))}</p>' if fault else ""
    described = ' aria-describedby="fault"' if fault else ""
    focus_email, focus_password = (" autofocus", "") if not email else ("", " autofocus")
    return _document(
        page.locale,
        say(page.locale, "sign_in"),
        f"""<h1>{escape(say(page.locale, "sign_in"))}</h1>
<p class="soft">{escape(say(page.locale, "to_go_on", name=page.application))}</p>
{problem}
<form method="post">
<input type="hidden" name="form_token" value="{escape(page.token)}">
<label for="email">{escape(say(page.locale, "email"))}</label>
<input id="email" name="email" type="email" autocomplete="username" maxlength="320" required value="{escape(email)}"{described}{focus_email}>
<label for="password">{escape(say(page.locale, "password"))}</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024" required{described}{focus_password}>
<div class="deeds"><button name="deed" value="sign_in">{escape(say(page.locale, "sign_in"))}</button></div>
</form>""",
    )


def consent(page: Page, *, person: str, scopes: Collection[Scope], host: str) -> str:
    """A form to allow or refuse what an application asks for."""
    say, name = texts.say, page.application
    wishes = "\n".join(f"<li>{escape(texts.of_scope(page.locale, scope))}</li>" for scope in sorted(scopes))
    return _document(
        page.locale,
        say(page.locale, "allow_title", name=name),
        f"""<h1>{escape(say(page.locale, "allow_title", name=name))}</h1>
<p>{escape(say(page.locale, "wants", name=name))}</p>
<ul>
{wishes}
</ul>
<p class="soft">{escape(say(page.locale, "no_more"))} {escape(say(page.locale, "returns", host=host))}</p>
<form method="post">
<input type="hidden" name="form_token" value="{escape(page.token)}">
<div class="deeds">
<button name="deed" value="allow">{escape(say(page.locale, "allow"))}</button>
<button name="deed" value="deny" class="other">{escape(say(page.locale, "deny"))}</button>
</div>
<p class="soft">{escape(say(page.locale, "signed_in", person=person))}
<button name="deed" value="switch" class="plain">{escape(say(page.locale, "switch"))}</button></p>
</form>""",
    )


def dead_end(locale: str) -> str:
    """What a user sees when nobody can be told but them."""
    say = texts.say
    return _document(
        locale,
        say(locale, "error_title"),
        f"""<h1>{escape(say(locale, "error_title"))}</h1>
<p role="alert">{escape(say(locale, "error_help"))}</p>""",
    )


def _document(locale: str, title: str, body: str) -> str:
    return f"""<!doctype html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} – Begrip</title>
<link rel="stylesheet" href="{style.PATH}">
</head>
<body>
<main>
<p class="brand">Begrip</p>
{body}
</main>
</body>
</html>
"""
