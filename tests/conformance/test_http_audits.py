"""The official audits of GraphQL over HTTP (npm graphql-http), which still follow the draft before the first edition."""

from benchmarks.site import Site
from tests.conformance import toolbox

ILL_FORMED = [
    "423L", "LKJ0", "LKJ1", "LKJ2", "LKJ3", "6C00", "6C01", "6C02", "6C03", "4760", "4761", "4762", "4763",
    "58B0", "58B1", "58B2", "58B3",
]  # fmt: skip
"""Well-formed JSON that is no request: 422 in the edition, 400 in the draft."""
INVALID = ["3E3A", "86EE"]
"""A document or variables that are not valid: 422 in the edition, 400 in the draft."""


def test_audit_profile_passes_every_audit(audited: Site) -> None:
    audits = toolbox.lines("audit.mjs", audited.graphql)

    assert [audit for audit in audits if audit["status"] != "ok"] == []
    assert len(audits) == 61


def test_default_profile_deviates_where_the_edition_says_so_and_nowhere_else(usual: Site) -> None:
    audits = toolbox.lines("audit.mjs", usual.graphql)

    assert [audit["id"] for audit in audits if audit["status"] != "ok"] == [*ILL_FORMED, *INVALID]
    assert [audit for audit in audits if audit["status"] == "error"] == []
