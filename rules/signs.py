"""What an entry shows at a glance, so that only the rules that may have something to say are run.

Most rules find nothing in most texts and could know it from very little: no bracket, no capital, no *should*, no second
designation. So the characters, the words and a few facts of an entry are gathered once, as one set of *signs*, and a plan
(rules/plan.py) looks up which rules wait for any of them. What a rule waits for stands in its `waits_for`, `waits_for_lists`
and `needs_phrase`; a rule that says nothing is always run. So a sign too many or a rule that does not say what it waits for costs
time and never a finding. A rule that waits for too little would miss findings: `test_waiting_loses_no_finding` looks for one.
"""

from enum import StrEnum

from rules import tokens
from rules.entry import Entry


class Fact(StrEnum):
    """A sign that is no character and no word; in capitals, so that no folded word equals one.

    CAPITAL and UNPRINTABLE speak of the text, CAPITAL_LABEL, UNPRINTABLE_LABEL and WIDE_LABEL (beyond ASCII) of any label;
    REPETITION says that the text has a word twice, DESIGNATIONS and the like that the entry has any.
    """

    CAPITAL = "CAPITAL"
    UNPRINTABLE = "UNPRINTABLE"
    REPETITION = "REPETITION"
    CAPITAL_LABEL = "CAPITAL LABEL"
    UNPRINTABLE_LABEL = "UNPRINTABLE LABEL"
    WIDE_LABEL = "WIDE LABEL"
    DESIGNATIONS = "DESIGNATIONS"
    SOURCES = "SOURCES"
    EXPLANATION = "EXPLANATION"
    REMARKS = "REMARKS"


def signs(entry: Entry, vocabulary: frozenset[str], *, repeats: bool) -> set[str]:
    """Every character and every folded word of the text and of the labels, and the facts that hold.

    `vocabulary` are the words of the text, `repeats` says whether any of them stands there twice.
    """
    found = set(entry.text)
    found |= vocabulary
    if not entry.text.islower():
        found.add(Fact.CAPITAL)
    if not entry.text.isprintable():
        found.add(Fact.UNPRINTABLE)
    if repeats:
        found.add(Fact.REPETITION)
    for label in entry.labels:
        _add_label(found, label)
    _add_fields(found, entry)
    return found


def _add_label(found: set[str], label: str) -> None:
    found.update(label)
    found.update([word.folded for word in tokens.words(label)])
    if not label.islower():
        found.add(Fact.CAPITAL_LABEL)
    if not label.isprintable():
        found.add(Fact.UNPRINTABLE_LABEL)
    if not label.isascii():
        found.add(Fact.WIDE_LABEL)


def _add_fields(found: set[str], entry: Entry) -> None:
    if entry.designations:
        found.add(Fact.DESIGNATIONS)
    if entry.sources:
        found.add(Fact.SOURCES)
    if entry.explanation:
        found.add(Fact.EXPLANATION)
    if entry.examples or entry.notes:
        found.add(Fact.REMARKS)
