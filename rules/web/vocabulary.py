"""The words of one language as numbers: two forms of one word share a number."""

from array import array
from collections.abc import Iterable, Sequence

from rules import lexicon, mentions, tokens
from rules.labels import folded

SHORTEST_RARE = 4
"""Letters of a word that may be a term of the trade."""
NUMBERS = "I"
"""How numbers are kept in arrays: 32 bits each."""
ITEM = array(NUMBERS).itemsize


class Vocabulary:
    """The numbers of a language. They only grow: a word that nobody uses any more keeps its number.

    A word in capitals of two to six letters stands for itself, so that *IT* is never *it*.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.keys: list[str] = []
        self._numbers: dict[str, int] = {}
        self._forms: dict[str, int] = {}
        self._copula_forms: set[str] = set()
        self._function_words = mentions.function_keys(language)
        self._is_content = bytearray()
        self.articles = {self._of_key(tokens.key(word, language)) for word in lexicon.words(language, "articles")}

    def of_words(self, words: Sequence[tokens.Word]) -> "array[int]":
        """The numbers of these words, in order."""
        return self.of_written([word.text for word in words])

    def of_written(self, words: Sequence[str]) -> "array[int]":
        """The numbers of these words as they are written, in order."""
        forms = self._forms
        try:
            return array(NUMBERS, [forms[word] for word in words])
        except KeyError:
            return array(NUMBERS, [self._of_form(word) for word in words])

    def has_copula(self, words: Iterable[str]) -> bool:
        """Whether one of these words, which have numbers, is a copula."""
        return not self._copula_forms.isdisjoint(words)

    def of_label(self, label: str) -> tuple[int, ...]:
        """The numbers of the words of a label; of one without words, such as *%*, one of its own; none for a blank one."""
        pieces = tokens.WORD.findall(label)
        if pieces:
            forms = self._forms
            # Where a word stands is not asked: with `tokens.words` the labels of a glossary take three times as long.
            return tuple([forms[one] if one in forms else self._of_form(one) for one in pieces])
        sign = folded(label)
        return (self._of_key(f"={sign}"),) if sign else ()

    def is_content(self, number: int) -> bool:
        """Whether the word is no function word."""
        return bool(self._is_content[number])

    def is_rare(self, number: int) -> bool:
        """Whether the tables of the language do not know the word: a long compound, a term of the trade."""
        key = self.keys[number]
        return key.startswith("~") and len(key) > SHORTEST_RARE and key[1:].isalpha()

    def content(self, numbers: Sequence[int]) -> list[int]:
        """The numbers that are no function words, in order."""
        is_content = self._is_content
        return [number for number in numbers if is_content[number]]

    def letters(self, numbers: Sequence[int]) -> int:
        """How many characters the words have, as they stand in the tables."""
        return sum(len(self.keys[number].lstrip("~=")) for number in numbers)

    def _of_form(self, word: str) -> int:
        number = self._forms.get(word)
        if number is None:
            alone = tokens.alone(word)
            number = self._forms[word] = self._of_key(mentions.key(alone, self.language))
            if alone.folded in lexicon.words(self.language, "copulas"):
                self._copula_forms.add(word)
        return number

    def _of_key(self, key: str) -> int:
        number = self._numbers.setdefault(key, len(self.keys))
        if number == len(self.keys):
            self.keys.append(key)
            self._is_content.append(key not in self._function_words)
        return number


def find(words: "array[int]", run: "array[int]") -> int | None:
    """Where the run stands in the words, for the first time; None when it does not."""
    text, sought = words.tobytes(), run.tobytes()
    at = text.find(sought)
    while at >= 0 and at % ITEM:
        at = text.find(sought, at + 1)
    return at // ITEM if at >= 0 else None
