"""The workbench for people who explore the API: GraphiQL, served from our own files and from nowhere else."""

import secrets
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

DIST = Path(__file__).resolve().parent.parent / "web" / "dist"

# The editor writes sheets at run time (web/src/styles.js gives them the nonce) and positions in attributes, and reads its icon
# font from a data address.
_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'nonce-{nonce}'; "
    "style-src-attr 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="nonce" content="{nonce}">
<title>Begrip workbench</title>
<link rel="icon" type="image/svg+xml" href="/graphiql/icon.svg">
<link rel="stylesheet" href="/graphiql/workbench.css">
<script type="module" src="/graphiql/workbench.js"></script>
</head>
<body><div id="workbench">Loading the workbench …</div></body>
</html>
"""

_MISSING = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Begrip</title></head>
<body><h1>Begrip</h1>
<p>This is a GraphQL endpoint: POST a query to this address.</p>
<p>The workbench is not there. <code>make serve</code> builds it beside the server, in about half a minute: reload this page
soon. If it does not come, its output says why; <code>python web/build.py</code> tries again.</p>
</body>
</html>
"""


def is_built() -> bool:
    """Whether the files of the workbench are there."""
    return (DIST / "workbench.js").is_file()


def page(_request: Request) -> Response:
    """The workbench, or a page that says how to build it."""
    nonce = secrets.token_urlsafe(16)
    return HTMLResponse(
        (_PAGE if is_built() else _MISSING).replace("{nonce}", nonce),
        headers={"content-security-policy": _POLICY.replace("{nonce}", nonce), "cache-control": "no-store"},
    )


def routes() -> list[BaseRoute]:
    """Where the page finds its files, once they are built: that may be after the server started."""
    return [Mount("/graphiql", StaticFiles(directory=DIST, check_dir=False))]
