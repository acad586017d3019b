"""What an entry shows at a glance, so that only the rules that may have something to say are run.

Most rules find nothing in most texts and could know it from very little: no bracket, no capital, no *should*, no second
designation. So the marks, the words and a few facts of an entry are gathered once, as one set of *signs*, and a plan
(rules/plan.py) looks up which rules wait for any of them. What a rule waits for stands in its `waits_for`, `waits_for_lists`
and `needs_phrase`; a rule that says nothing is always run. So a sign too many or a rule that does not say what it waits for costs
time and never a finding. A rule that waits for too little would miss findings: `test_waiting_loses_no_finding` looks for one.
"""

import string
from collections.abc import Iterator
from enum import StrEnum

from rules import lexicon, tokens
from rules.entry import Entry

LETTERS = frozenset(string.ascii_letters)


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
    """Every mark and every folded word of the text and of the labels, and the facts that hold.

    Of *well-known* the parts *well* and *known* are words too. `vocabulary` are the words of the text, `repeats` says whether
    any of them stands there twice.
    """
    labels = " ".join(entry.labels)
    found = set(entry.text)
    found.update(labels)
    # A letter would be taken for a word of one letter.
    found -= LETTERS
    found |= vocabulary
    for label in entry.labels:
        found.update([word.folded for word in tokens.words(label)])
    joined = [word for word in found if not word.isalnum() and len(word) > 1]
    for word in joined:
        found.update(lexicon.RUN.findall(word))
    if repeats:
        found.add(Fact.REPETITION)
    found.update(_facts(entry, labels))
    return found


def _facts(entry: Entry, labels: str) -> Iterator[Fact]:
    if not entry.text.islower():
        yield Fact.CAPITAL
    if not entry.text.isprintable():
        yield Fact.UNPRINTABLE
    if not labels.islower():
        yield Fact.CAPITAL_LABEL
    if not labels.isprintable():
        yield Fact.UNPRINTABLE_LABEL
    if not labels.isascii():
        yield Fact.WIDE_LABEL
    if entry.designations:
        yield Fact.DESIGNATIONS
    if entry.sources:
        yield Fact.SOURCES
    if entry.explanation:
        yield Fact.EXPLANATION
    if entry.examples or entry.notes:
        yield Fact.REMARKS
