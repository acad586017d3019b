"""Rules that wait for a sign (rules/signs.py) find what they would find if they were always run."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import catalogue, engine, lexicon, profiles
from rules.entry import Designation, Entry, Source
from rules.kit import DesignationForm, DesignationKind, Style
from rules.profiles import Profile

CODES = frozenset(rule.code for rule in catalogue.rules())
PHRASES = {
    language: [
        phrase.phrase
        for name in sorted({name for rule in catalogue.rules() for name in rule.lexicons})
        for phrase in lexicon.phrases(language, name)
    ]
    for language in lexicon.LANGUAGES
}
WORDS = [
    "lease", "leases", "huur", "a", "the", "de", "het", "is", "and", "or", "en", "of", "that", "die", "x", "RQPT", "Hij", "you", "u",
    "(", ")", "[", "]", "«", "»", '"', "“", ".", "...", "…", "?!", ",", "/", "&", "&amp;", "<b>", "**two**", "1.", "2.", "a)", "b)",
    "\n", "\t", "\u00ad", "\u200b", "TODO", "https://example.org", "www.example.org", "well-known", "few-minute", "é", "İs", "кот",
]  # fmt: skip
pieces = st.one_of(
    *(st.sampled_from(phrases) for phrases in PHRASES.values()), st.sampled_from(WORDS), st.text(max_size=5)
)
texts = st.builds(
    lambda parts, joint: joint.join(parts), st.lists(pieces, max_size=12), st.sampled_from([" ", " ", "", "-", ". "])
)
labels = st.sampled_from(["lease", "Huur", "the lease", "IT", "other rent", "rent and hire", "", " "]) | texts
entries = st.builds(
    Entry,
    term=labels,
    text=texts,
    locale=st.sampled_from(["en", "nl", "fr"]),
    designations=st.lists(
        st.builds(Designation, labels, st.sampled_from(DesignationKind), st.none() | st.sampled_from(DesignationForm)),
        max_size=2,
    ).map(tuple),
    sources=st.lists(st.builds(Source, texts, st.none() | texts, st.none() | texts), max_size=1).map(tuple),
    explanation=st.none() | texts,
    examples=st.lists(texts, max_size=1).map(tuple),
    notes=st.lists(texts, max_size=1).map(tuple),
)


@cache
def everything(style: Style) -> Profile:
    """A profile in which every rule is on."""
    profile = profiles.profile(style=style)
    for code in CODES:
        profile = profile.with_setting(code, is_enabled=True)
    return profile


def is_lossy(entry: Entry, style: Style) -> bool:
    """Whether any rule says something else of the entry when it is always run, as `codes` has it."""
    profile = everything(style)
    return engine.check(entry, profile) != engine.check(entry, profile, codes=CODES)


@settings(deadline=None, max_examples=150)
@given(entries, st.sampled_from(Style))
def test_waiting_loses_no_finding(entry: Entry, style: Style) -> None:
    assert not is_lossy(entry, style)


@pytest.mark.parametrize("style", Style)
def test_waiting_loses_no_example(style: Style) -> None:
    examples = [example for rule in catalogue.rules() for example in rule.examples]

    assert [example for example in examples if is_lossy(example.entry, style)] == []


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_waiting_loses_no_phrase(language: str) -> None:
    texts = [form.format(phrase) for phrase in PHRASES[language] for form in ("{}", "thing {}-like")]

    assert [text for text in texts if is_lossy(Entry(term="x", text=text, locale=language), Style.PHRASE)] == []
