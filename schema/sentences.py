"""What a refusal says to people in their language; what only developers read is English."""

from models.errors import NotFound, Refusal
from models.sentences import Said

_KINDS = {
    "Definition": "deze definitie",
    "DefinitionVersion": "deze versie",
    "Glossary": "deze begrippenlijst",
    "Concept": "dit begrip",
    "ValidationRun": "deze validatie",
    "Finding": "deze bevinding",
    "User": "deze gebruiker",
    "Session": "deze sessie",
    "Job": "deze taak",
    "Rule": "deze regel",
    "ApiKey": "deze sleutel",
    "OauthClient": "deze toepassing",
    "DeadLetter": "dit mislukte bericht",
    "OauthConsent": "deze toestemming",
}


def sentence(refusal: Refusal, locale: str) -> str:
    """The sentence of a refusal in this language; English where there is no other."""
    if not locale.startswith("nl"):
        return refusal.message
    if isinstance(refusal, NotFound):
        return f"{_KINDS.get(refusal.kind, 'dit')} bestaat niet"
    return refusal.said.dutch if isinstance(refusal.said, Said) else refusal.message
