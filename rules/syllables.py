"""How many syllables a word has, near enough for a measure of a whole text."""

import re

# English: groups of vowels; a final e, es or ed that is not said counts for none.
ENGLISH = re.compile(r"[aeiouyà-öø-ý]++")
SILENT = re.compile(r"(?<=[^aeiouy])(?:(?<!l)e|(?<=[^aeiouydt])ed|(?<=[^aeiouyscxz])es|(?<=[aeiouy]l)e)\Z")
# Dutch: vowel signs that are said as one, longest first.
DUTCH = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|ie|oo|uu|eu|oe|ui|ou|au|ei|ij|[aeiouyà-öø-ý]")


def count(word: str, language: str) -> int:
    """Syllables of a case-folded word, at least one."""
    if language == "nl":
        return max(1, len(DUTCH.findall(word)))
    return max(1, len(ENGLISH.findall(word)) - bool(SILENT.search(word)))
