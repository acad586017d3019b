"""What a refusal says to people, in both languages, found by a name: `say("too-long", most=200)`."""

from dataclasses import dataclass

from models import bound_sentences, conflict_sentences

SENTENCES = {**bound_sentences.SENTENCES, **conflict_sentences.SENTENCES}
"""English and Dutch by name. Both hold the same facts: what stands in braces is given by whoever refuses."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages, its facts filled in."""

    english: str
    dutch: str


def say(name: str, /, **facts: str | int) -> Said:
    """The sentence of that name, with these facts: numbers, names and codes, which no language changes."""
    english, dutch = SENTENCES[name]
    return Said(english.format(**facts), dutch.format(**facts))
