"""What a validator of SHACL, an independent one, says of a vocabulary: the oracle for our own findings."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import SH

PROFILE = Path(__file__).parent / "profile.ttl"
ALIKE = ("FRM-01", "TRM-03", "REL-01", "REL-03", "REL-04", "REL-11", "REL-12", "REL-13", "ENT-15")
"""Rules of ours for which the profile has a shape of the same name."""


def results(turtle: str | bytes) -> Mapping[str, set[str]]:
    """The concepts with a result, by name of the shape."""
    return judged(*parsed(turtle))


def parsed(turtle: str | bytes) -> tuple[rdflib.Graph, rdflib.Graph]:
    """The vocabulary, and the shapes."""
    return rdflib.Graph().parse(data=turtle, format="turtle"), rdflib.Graph().parse(PROFILE)


def judged(data: rdflib.Graph, shapes: rdflib.Graph) -> Mapping[str, set[str]]:
    """The concepts with a result, by name of the shape. A result of a nested shape is that of the shape around it."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True, inference="none")
    assert isinstance(report, rdflib.Graph)
    owner = {part: shape for shape in shapes.subjects() for part in shapes.objects(shape, SH.property)}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceShape)
        assert source is not None
        name = str(owner.get(source, source)).removeprefix("urn:shape:")
        found[name].add(str(report.value(result, SH.focusNode)))
    return found
