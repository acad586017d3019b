"""The labels of one language as rows of words: whose they are, and where they stand in a text."""

from array import array
from collections.abc import Iterator, Sequence

from rules import mentions
from rules.web.vocabulary import NUMBERS, Vocabulary


class Phrasebook:
    """Every label as a phrase: its words as numbers. A phrase has a number too; it lasts while a row owns it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers: dict[tuple[int, ...], int] = {}
        self.words: list[tuple[int, ...]] = []
        self.owners: list[tuple[int, ...]] = []
        self.letters = array(NUMBERS)
        self.users = array(NUMBERS)
        self._lengths: dict[int, list[int]] = {}
        self._sought: dict[tuple[int, ...], int] = {}

    def own(self, words: tuple[int, ...], row: int) -> int:
        """The number of the phrase, which the row owns from now on."""
        number = self._numbers.get(words)
        if number is None:
            number = self._added(words)
        if row not in self.owners[number]:
            self.owners[number] = (*self.owners[number], row)
        return number

    def disown(self, number: int, row: int) -> None:
        """The row no longer owns the phrase; one without an owner is found nowhere."""
        self.owners[number] = tuple(owner for owner in self.owners[number] if owner != row)

    def settle(self, numbers: set[int]) -> set[int]:
        """Of these phrases, those of which it has changed whether texts are searched for them."""
        return {number for number in numbers if self._is_moved(number)}

    def settle_all(self) -> None:
        """As `settle`, for every phrase."""
        self.settle(set(range(len(self.words))))

    def known(self, words: tuple[int, ...]) -> int | None:
        """The number of the phrase that these words make, also when nobody owns it; None when nobody ever did."""
        return self._numbers.get(words)

    def number(self, words: Sequence[int]) -> int | None:
        """The number of the phrase that these words make, when somebody owns it."""
        number = self._numbers.get(tuple(words))
        return number if number is not None and self.owners[number] else None

    def is_sought(self, number: int) -> bool:
        """Whether texts are searched for the phrase: it has an owner, a word that is no function word, and two characters."""
        words = self.words[number]
        return (
            bool(self.owners[number])
            and any(map(self._vocabulary.is_content, words))
            and self.letters[number] >= mentions.SHORTEST
        )

    def places(self, words: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Phrases in a text, leftmost and longest first, without overlap: first word, word after the last, phrase."""
        lengths, sought, text = self._lengths, self._sought, tuple(words)
        at, size = 0, len(text)
        while at < size:
            step = 1
            for length in lengths.get(text[at], ()):
                number = sought.get(text[at : at + length])
                if number is not None and at + length <= size:
                    yield at, at + length, number
                    step = length
                    break
            at += step

    def found(self, words: Sequence[int]) -> tuple[int, ...]:
        """The different phrases of a text, in order of number."""
        return tuple(sorted({number for _, _, number in self.places(words)}))

    def sought(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """The phrases that texts are searched for, with their numbers."""
        return iter(self._sought.items())

    def _added(self, words: tuple[int, ...]) -> int:
        number = self._numbers[words] = len(self.words)
        self.words.append(words)
        self.owners.append(())
        self.letters.append(self._vocabulary.letters(words))
        self.users.append(0)
        return number

    def _is_moved(self, number: int) -> bool:
        words = self.words[number]
        before, after = words in self._sought, self.is_sought(number)
        if before == after:
            return False
        lengths = self._lengths.setdefault(words[0], [])
        if after:
            self._sought[words] = number
            if len(words) not in lengths:
                lengths.append(len(words))
                lengths.sort(reverse=True)
        else:
            # A length without a phrase costs a look-up and finds nothing.
            del self._sought[words]
        return True
