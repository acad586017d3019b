"""What an entry shows at a glance, so that only the rules that may have something to say are run.

Most rules find nothing in most texts and could know it from very little: no bracket, no capital, no *should*, no second
designation. So the marks, the words and a few facts of an entry are gathered once, as sets of *signs*, and a plan
(rules/plan.py) looks up which rules wait for any of them. What a rule waits for stands in its `waits_for`, `waits_for_lists`
and `needs_phrase`: in the text for a rule of scope TEXT, in the labels for one of scope ENTRY. A rule that says nothing is
always run, so a sign too many or a rule that does not say what it waits for costs time and never a finding. A rule that waits
for too little would miss findings: `test_waiting_loses_no_finding` looks for one.
"""

import string
from dataclasses import dataclass
from enum import StrEnum

from rules import lexicon, tokens
from rules.entry import Entry

LETTERS = frozenset(string.ascii_letters)
JOINTS = frozenset("'’‐‑-")


class Fact(StrEnum):
    """A sign that is no mark and no word; in capitals, so that no folded word equals one.

    CAPITAL to ENDED speak of the text, CAPITAL_LABEL to BLANK_LABEL of any label, the others of the entry. INNER_CAPITAL is one
    after the first character, REPETITION a word that stands in the text twice, ENDED a full stop at the end, which is no mark.
    """

    CAPITAL = "CAPITAL"
    INNER_CAPITAL = "INNER CAPITAL"
    UNPRINTABLE = "UNPRINTABLE"
    REPETITION = "REPETITION"
    ENDED = "ENDED"
    CAPITAL_LABEL = "CAPITAL LABEL"
    UNPRINTABLE_LABEL = "UNPRINTABLE LABEL"
    WIDE_LABEL = "WIDE LABEL"
    BLANK_LABEL = "BLANK LABEL"
    DESIGNATIONS = "DESIGNATIONS"
    SOURCES = "SOURCES"
    EXPLANATION = "EXPLANATION"
    REMARKS = "REMARKS"


@dataclass(frozen=True, slots=True)
class Signs:
    """The marks and folded words of the text and those of the labels; the facts that hold are in both."""

    of_text: frozenset[str]
    of_labels: frozenset[str]


def signs(entry: Entry, words: tuple[tokens.Word, ...], vocabulary: frozenset[str]) -> Signs:
    """What the entry shows, given the words of its text and the set of them.

    Of *well-known* the parts *well* and *known* are words too.
    """
    facts = _facts_of_text(entry.text)
    if len(vocabulary) < len(words):
        facts.append(Fact.REPETITION)
    facts += _facts_of_labels(entry)
    facts += _facts_of_fields(entry)
    text = entry.text.rstrip().removesuffix(".")
    labels = [word.folded for label in entry.labels for word in tokens.words(label)]
    return Signs(
        _marks(text).union(vocabulary, _parts(vocabulary, text), facts),
        _marks("".join(entry.labels)).union(labels, facts),
    )


def _marks(text: str) -> frozenset[str]:
    # A letter would be taken for a word of one letter.
    return frozenset(text).difference(LETTERS)


def _parts(words: frozenset[str], text: str) -> list[str]:
    if JOINTS.isdisjoint(text):
        return []
    return [part for word in words if not word.isalnum() for part in lexicon.RUN.findall(word)]


def _facts_of_text(text: str) -> list[str]:
    found: list[str] = []
    if not text.islower():
        found.append(Fact.CAPITAL)
        if not text[1:].islower():
            found.append(Fact.INNER_CAPITAL)
    if not text.isprintable():
        found.append(Fact.UNPRINTABLE)
    if text.rstrip().endswith("."):
        found.append(Fact.ENDED)
    return found


def _facts_of_labels(entry: Entry) -> list[str]:
    found: list[str] = []
    labels = "".join(entry.labels)
    if not labels.islower():
        found.append(Fact.CAPITAL_LABEL)
    if not labels.isprintable():
        found.append(Fact.UNPRINTABLE_LABEL)
    if not labels.isascii():
        found.append(Fact.WIDE_LABEL)
    if not all(map(str.strip, entry.labels)):
        found.append(Fact.BLANK_LABEL)
    return found


def _facts_of_fields(entry: Entry) -> list[str]:
    found: list[str] = []
    if entry.designations:
        found.append(Fact.DESIGNATIONS)
    if entry.sources:
        found.append(Fact.SOURCES)
    if entry.explanation:
        found.append(Fact.EXPLANATION)
    if entry.examples or entry.notes:
        found.append(Fact.REMARKS)
    return found
