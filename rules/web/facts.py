"""What the web keeps of one definition: its words as numbers, and the keys under which it meets others like it."""

from array import array
from dataclasses import dataclass

from rules import labels, tokens
from rules.entry import Entry
from rules.kit import DesignationKind
from rules.reading import Reading
from rules.web import styles
from rules.web import wording as wordings
from rules.web.item import Item
from rules.web.styles import Style
from rules.web.vocabulary import Vocabulary

RUN = 8
"""Words in a row that two texts do not share by chance (terminology.md 2.7, GLO-09)."""
FEWEST_CONTENT = 3
"""Content words in that run, and of a text that is compared with others."""
HALVES = 6
"""Content words from which on half a text is worth comparing."""
HEAD, TAIL = 1 << 40, 1 << 41
"""Marks of the two halves; no word has such a number."""


@dataclass(slots=True)
class Facts:
    """One definition. `found` are the phrases in its text, `phrases` those of its labels with the term's first, as numbers.

    `names` are those labels as they are compared, `kinds` what each is: None for the term.

    `text` is the text as it is compared; empty for one of fewer than two words. `start` is the first word of the definition
    proper, `clause` how many words its first clause has, what follows explains; `asides` are the words in brackets there, first
    and after last. `leads` are the phrases of that clause outside brackets, None until somebody asks. `likeness` are the keys that near-duplicates share, the first for all content words in whatever order.
    """

    item: Item
    id: str
    concept: str
    names: tuple[str, ...]
    kinds: tuple[DesignationKind | None, ...]
    words: "array[int]"
    start: int
    clause: int
    asides: tuple[tuple[int, int], ...]
    text: str
    likeness: tuple[int, ...]
    opening: int | None
    style: Style
    phrases: tuple[int, ...] = ()
    found: tuple[int, ...] = ()
    leads: tuple[int, ...] | None = None

    def defines(self, first: int, after: int) -> bool:
        """Whether these words stand in the first clause and outside brackets."""
        return after <= self.clause and not any(start <= first < end for start, end in self.asides)


def facts(item: Item, reading: Reading, vocabulary: Vocabulary) -> Facts:
    """The facts of a definition, without what other definitions decide."""
    written = tokens.WORD.findall(reading.text)
    words = vocabulary.of_written(written)
    wording = wordings.wording(reading, written, has_copula=vocabulary.has_copula(written))
    start = wording.start
    known_as = named(item.entry)
    return Facts(
        item=item,
        id=item.id,
        concept=item.concept,
        names=tuple([labels.folded(label) for label, _ in known_as]),
        kinds=tuple([kind for _, kind in known_as]),
        words=words,
        start=start,
        clause=wording.clause(),
        asides=wording.asides(),
        text=labels.folded(reading.text).rstrip(" .;") if len(words) > 1 else "",
        likeness=_likeness(vocabulary.content(words[start:])),
        opening=opening(words[start : start + RUN], vocabulary),
        style=styles.style(wording),
    )


def _likeness(content: list[int]) -> tuple[int, ...]:
    size = len(content)
    if size < FEWEST_CONTENT:
        return ()
    keys = [hash(tuple(sorted(content)))]
    if size >= HALVES:
        # One phrase changed, put in or left out leaves the words before it or those after it whole.
        for half in sorted({size // 2, (size - 1) // 2}):
            keys += (hash((HEAD, *content[:half])), hash((TAIL, *content[-half:])))
    return tuple(keys)


def opening(run: "array[int]", vocabulary: Vocabulary) -> int | None:
    """The key of a run of words; None when it is too short, or says too little."""
    if len(run) < RUN or len(vocabulary.content(run)) < FEWEST_CONTENT:
        return None
    return hash(tuple(run))


def named(entry: Entry) -> list[tuple[str, DesignationKind | None]]:
    """The labels under which others may meet the concept, with their kind; None for the term. Hidden ones are left out."""
    others = [(one.text, one.kind) for one in entry.designations if one.kind is not DesignationKind.HIDDEN]
    return [(entry.term, None), *others]
