"""Questions of a checklist: what only a reader can answer, asked where it makes sense to ask it."""

from collections.abc import Callable, Iterable

from rules.kit import Outcome
from rules.marks import Hit, Span
from rules.reading import Reading

FEWEST = 3  # words; of a shorter text FRM-02 and FRM-03 say what is wrong, and nobody need judge the rest


def asked(reading: Reading, span: Span | None = None, **arguments: str) -> Hit:
    """The question on this entry, at `span` when it speaks of some words. Never a fault."""
    given = {"term": reading.entry.term, **arguments}
    return Hit(span=span, anchor="" if span is None else None, arguments=given, outcome=Outcome.NEEDS_JUDGEMENT)


def asking_always() -> Callable[[Reading], Iterable[Hit]]:
    """A check that asks once of every text that is long enough to be judged."""

    def check(reading: Reading) -> Iterable[Hit]:
        if len(reading.all_body_words) >= FEWEST:
            yield asked(reading)

    return check


def asking_at(name: str) -> Callable[[Reading], Iterable[Hit]]:
    """A check that asks at every phrase of the list `name` after the start of the definition proper."""

    def check(reading: Reading) -> Iterable[Hit]:
        for span in reading.find(name):
            if span.start == reading.body.start:
                continue  # what opens the text is FRM-12's
            yield asked(reading, span, phrase=span.of(reading.text))

    return check
