"""Which words are plurals of a noun that the tables know."""

from rules import lexicon, tokens

ENDINGS = {"en": ("s",), "nl": ("s", "en")}


def singular(word: tokens.Word, language: str) -> str | None:
    """The singular of a plural noun; None for any other word, for a plural-only one and for one that the tables do not know.

    A Dutch word whose lemma ends in -en is taken for a verb.
    """
    if not word.folded.endswith(ENDINGS[language]) or word.folded in lexicon.words(language, "plural_only"):
        return None
    found = tokens.key(word.folded, language)
    is_verb = language == "nl" and found.endswith("en")
    is_noun = not is_verb and not found.startswith("~") and found != word.folded
    return found if is_noun else None
