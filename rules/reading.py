"""An entry as the rules read it: words, sentences and the start of the definition proper, each worked out once."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rules import lexicon, occurrences, sentences, signs, tokens
from rules.entry import Entry
from rules.kit import Category, DesignationKind, Style
from rules.lazy import Lazy
from rules.marks import Span

ASIDE = re.compile(r"\)?+\s*+(?:\([^()]{1,100}\)|,[^,.;:]{1,100},)?+\s*+")


class Case(NamedTuple):
    """All that decides which rules judge an entry. `language` is empty for one without word lists."""

    language: str
    style: Style
    category: Category | None
    is_blank: bool


NO_LIMITS: Mapping[tuple[str, str], int] = MappingProxyType({})


class Reading:
    """One entry under one style. `limits` holds what the profile set: (rule code, parameter) to number.

    `text` is the text of the definition as it is stored, `language` that of the entry, such as `nl`.
    """

    def __init__(self, entry: Entry, style: Style, limits: Mapping[tuple[str, str], int] = NO_LIMITS) -> None:
        self.entry = entry
        self.style = style
        self.limits = limits
        self.text = entry.text
        self.language = entry.language

    @Lazy
    def case(self) -> Case:
        """What decides which rules judge this entry."""
        language = self.language if self.language in lexicon.LANGUAGES else ""
        return Case(language, self.style, self.entry.category, self.is_blank)

    def limit(self, code: str, name: str) -> int:
        """The number that the profile gives this parameter of this rule."""
        return self.limits[code, name]

    @Lazy
    def is_blank(self) -> bool:
        """Whether the text has no character that a reader can see."""
        if self.text[:1].isalnum():
            return False
        return not any(character.isprintable() and not character.isspace() for character in self.text)

    @Lazy
    def words(self) -> tuple[tokens.Word, ...]:
        """The words of the text."""
        return tokens.words(self.text)

    @Lazy
    def vocabulary(self) -> frozenset[str]:
        """The different words of the text, case-folded."""
        return frozenset([word.folded for word in self.words])

    @Lazy
    def signs(self) -> signs.Signs:
        """What the entry shows at a glance."""
        return signs.signs(self.entry, self.words, self.vocabulary)

    @Lazy
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text."""
        return sentences.sentences(self.text, self.language)

    @Lazy
    def term_words(self) -> tuple[tokens.Word, ...]:
        """The words of the term."""
        return tokens.words(self.entry.term)

    @Lazy
    def synonyms(self) -> tuple[str, ...]:
        """The further designations that stand for the same concept, abbreviations included, hidden ones not."""
        return tuple(item.text for item in self.entry.designations if item.kind is not DesignationKind.HIDDEN)

    def keys_of(self, text: str) -> tuple[str, ...]:
        """What the forms of each word of `text` share, in order."""
        return tuple(tokens.key(word.folded, self.language) for word in tokens.words(text))

    def words_of(self, name: str) -> frozenset[str]:
        """A plain list of this language, such as `articles`."""
        return lexicon.words(self.language, name)

    def find(self, name: str) -> list[Span]:
        """Where phrases of the list stand in the definition proper, in order, without overlap."""
        # Trying the pattern only where a first word of the list stands is ten times faster than searching with it.
        openings = lexicon.openings(self.language, name)
        if openings.isdisjoint(self.vocabulary):
            return []
        found: list[Span] = []
        for word in self.all_body_words:
            if word.folded in openings and (not found or word.start >= found[-1].end):
                span = self._phrase(name, word.start)
                found += [] if span is None else [span]
        return found

    def opening(self, name: str, start: int) -> Span | None:
        """The phrase of the list that stands at `start`, such as `body.start` or `first_letter`."""
        if lexicon.openings(self.language, name).isdisjoint(self.vocabulary):
            return None
        return self._phrase(name, start)

    def _phrase(self, name: str, start: int) -> Span | None:
        match = lexicon.pattern(self.language, name).match(self.text, start)
        return None if match is None else Span(match.start(), match.end())

    @Lazy
    def restatement(self) -> Span | None:
        """`A lease (tenancy) is` at the start of a text on *lease*: [article] label [aside] copula; else None."""
        if self.vocabulary.isdisjoint(self.words_of("copulas")):
            return None
        articles = self.words_of("articles")
        at = 1 if self.words and self.words[0].folded in articles else 0
        for label in (self.entry.term, *self.synonyms):
            keys = self.keys_of(label)
            piece = self.words[at : at + len(keys)]
            if keys and tuple(tokens.key(word.folded, self.language) for word in piece) == keys:
                copula = self._copula(piece[-1].end)
                if copula is not None:
                    return Span(self.words[0].start, copula.end)
        return None

    def _copula(self, start: int) -> tokens.Word | None:
        """The copula that stands at `start`, or after an aside in brackets or between commas."""
        copulas = self.words_of("copulas")
        place = next(ASIDE.finditer(self.text, start)).end()
        return next((word for word in self.words if word.start == place and word.folded in copulas), None)

    @Lazy
    def body(self) -> Span:
        """The definition proper: the text after a restated start, without white space around it."""
        start = 0 if self.restatement is None else self.restatement.end
        return sentences.trimmed(self.text, Span(start, len(self.text)))

    @Lazy
    def all_body_words(self) -> tuple[tokens.Word, ...]:
        """The words of the definition proper."""
        if self.restatement is None:
            return self.words
        return tuple(word for word in self.words if word.start >= self.body.start)

    @Lazy
    def body_words(self) -> tuple[tokens.Word, ...]:
        """The words of the definition proper, without an article at its start."""
        body = self.all_body_words
        return body[1:] if body and body[0].folded in self.words_of("articles") else body

    @Lazy
    def first_letter(self) -> int:
        """Where the definition proper starts after an article; the end of the text when it has no word."""
        return self.body_words[0].start if self.body_words else len(self.text)

    def next_word(self, start: int) -> int:
        """Where the text goes on after `start`, past white space and separators."""
        return start + len(self.text[start:]) - len(self.text[start:].lstrip(" \t\n,:;"))

    @Lazy
    def own_term(self) -> tuple[occurrences.Occurrence, ...]:
        """Where the term stands in the first sentence of the definition proper, in whatever form."""
        return self.occurrences(self.entry.term)

    def occurrences(self, label: str) -> tuple[occurrences.Occurrence, ...]:
        """Where the label stands in the first sentence of the definition proper, in whatever form.

        What follows that sentence explains, and may name the concept.
        """
        function_words = self.words_of("function_words")
        return occurrences.occurrences(
            self.defining_words, label, language=self.language, function_words=function_words
        )

    @Lazy
    def defining_words(self) -> tuple[tokens.Word, ...]:
        """The words of the definition proper up to the end of the first sentence."""
        if len(self.sentences) == 1:
            return self.body_words
        end = self.sentences[0].end if self.sentences else 0
        return tuple(word for word in self.body_words if word.end <= end)

    @Lazy
    def repeats_label(self) -> bool:
        """Whether the definition proper is nothing but the term or another designation, in whatever form."""
        size = len(self.body_words)
        return any(len(tokens.words(label)) == size and self.occurrences(label) for label in self.entry.labels)

    @Lazy
    def content_words(self) -> tuple[tokens.Word, ...]:
        """The words of the definition proper that are no function words."""
        function_words = self.words_of("function_words")
        return tuple(word for word in self.body_words if word.folded not in function_words)
