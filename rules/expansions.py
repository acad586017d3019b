"""Texts that spell out their term, letter by letter: *Are You There* for AYT."""

from rules.reading import Reading

FEWEST = 3  # letters; two initials agree by chance


def is_expansion(reading: Reading) -> bool:
    """Whether the text opens with words whose initials are the letters of the term."""
    letters = "".join(letter for letter in reading.entry.term if letter.isalnum()).casefold()
    if len(letters) < FEWEST or not reading.entry.term.isupper():
        return False
    return "".join(word.folded[0] for word in reading.all_body_words[: len(letters)]) == letters
