"""A validator of SHACL that is not ours finds the same faults at the same concepts."""

import random

import pytest

from rules import catalogue, profiles
from rules.profiles import Profile
from tests.rules.relations import native, shacl

PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://town.nl/id/> .
:town a skos:ConceptScheme .
"""
SEEDS = (4, 8, 77)
CONCEPTS = 9
INSIDE = ["broader"] * 6 + ["narrower", "related", "related"]
OUTSIDE = ["exactMatch", "exactMatch", "broadMatch", "relatedMatch", "closeMatch"]


def vocabulary(seed: int) -> str:
    """A small vocabulary full of faults: circles, clashes, doubled labels and notations, concepts that stand alone."""
    chance = random.Random(seed)
    lines = [PREFIXES]
    for number in range(CONCEPTS):
        labels = chance.sample(["lease", "tenancy", "rent", "let"], 2)
        lines.append(f':c{number} a skos:Concept ; skos:inScheme :town ; skos:prefLabel "{labels[0]} {number}"@en .')
        lines += [f':c{number} skos:altLabel "{labels[0]} {number}"@en .'] * (chance.random() < 0.2)
        lines += [f':c{number} skos:definition "agreement"@en .'] * (chance.random() < 0.8)
        lines += [f':c{number} skos:notation "{chance.randrange(9)}" .'] * (chance.random() < 0.4)
    for _ in range(chance.randrange(6, 26)):
        ends = f"c{chance.randrange(CONCEPTS - 1)}", f"c{chance.randrange(CONCEPTS - 1)}"
        outside = chance.random() < 0.3
        target = f"<https://x.nl/{chance.randrange(2)}>" if outside else f":{ends[1]}"
        name = chance.choice(OUTSIDE if outside or chance.random() < 0.2 else INSIDE)
        lines.append(f":{ends[0]} skos:{name} {target} .")
    return "\n".join(lines)


def profile() -> Profile:
    chosen = profiles.profile("nl-sbb")
    for rule in catalogue.rules():
        chosen = chosen.with_setting(rule.code, is_enabled=rule.code in shacl.ALIKE)
    return chosen


@pytest.mark.parametrize("seed", SEEDS)
def test_both_find_the_same_faults_at_the_same_concepts(seed: int) -> None:
    turtle = vocabulary(seed)

    ours, theirs = native.findings(native.items(turtle), profile()), shacl.results(turtle)

    assert {code: ours.get(code, set()) for code in shacl.ALIKE} == {
        code: theirs.get(code, set()) for code in shacl.ALIKE
    }


def test_every_fault_is_in_those_vocabularies() -> None:
    found = {code for seed in SEEDS for code in native.findings(native.items(vocabulary(seed)), profile())}

    assert found == {*shacl.ALIKE}
