"""Rules that wait for a sign (rules/signs.py) find what they would find if they were always run."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import catalogue, lexicon, profiles
from rules.entry import Designation, Entry, Source
from rules.kit import DesignationForm, DesignationKind, Style
from rules.profiles import Profile
from rules.reading import Reading

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
    for rule in catalogue.rules():
        profile = profile.with_setting(rule.code, is_enabled=True)
    return profile


def lost(entry: Entry, style: Style) -> list[str]:
    """The rules that nothing wakes for the entry and that would find something in it."""
    profile = everything(style)
    reading = Reading(entry, style, profile.limits)
    plan = profile.plan(reading.case, entry.locale)
    awake = plan.awake(reading.signs)
    asleep = (step.rule for at, step in enumerate(plan.steps) if at not in awake)
    return [rule.code for rule in asleep if any(True for _ in rule.check(reading))]


@settings(deadline=None, max_examples=150)
@given(entries, st.sampled_from(Style))
def test_waiting_loses_no_finding(entry: Entry, style: Style) -> None:
    assert lost(entry, style) == []


@pytest.mark.parametrize("style", Style)
def test_waiting_loses_no_example(style: Style) -> None:
    examples = [example for rule in catalogue.rules() for example in rule.examples]

    assert [(example, found) for example in examples if (found := lost(example.entry, style))] == []


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_waiting_loses_no_phrase(language: str) -> None:
    texts = [form.format(phrase) for phrase in PHRASES[language] for form in ("{}", "thing {}-like")]
    entries = [Entry(term="x", text=text, locale=language) for text in texts]

    assert [(entry.text, found) for entry in entries if (found := lost(entry, Style.PHRASE))] == []
