"""What a refusal says to people, in Dutch where we can; the refusal itself speaks English."""

from collections.abc import Callable

from auth import errors as auth_errors
from models import errors as model_errors
from models.errors import Refusal
from resolvers import errors

_KINDS = {
    "Definition": "definitie",
    "DefinitionVersion": "versie",
    "Glossary": "begrippenlijst",
    "Concept": "begrip",
    "ValidationRun": "validatie",
    "Finding": "bevinding",
    "User": "gebruiker",
    "Session": "sessie",
    "Job": "taak",
    "Rule": "regel",
    "ApiKey": "sleutel",
    "OauthClient": "toepassing",
    "OauthConsent": "toestemming",
}
_CONSTRAINTS = {
    "approve-only": "partners stemmen alleen in met een goedkeuring",
    "bcp-47": "dit is geen taalcode zoals nl of en-GB",
    "blocklist": "dit wachtwoord hoort bij de eerste die iemand zou raden",
    "both-examples": "geef een tekst die de regel aanwijst en een die zij met rust laat",
    "characters": "deze tekens zijn niet toegestaan",
    "context-word": "dit wachtwoord bestaat vooral uit uw naam, uw adres of de naam van dit product",
    "cursor": "deze cursor hoort niet bij deze lijst en volgorde",
    "different": "het nieuwe wachtwoord moet anders zijn dan het oude",
    "email": "dit is geen e-mailadres",
    "encoding": "dit wachtwoord is te lang, of geen geldige tekst",
    "enum": "dit is geen van de mogelijke waarden",
    "example-holds": "de regel doet met deze tekst niet wat het voorbeeld zegt",
    "fixed": "van deze eis mag niet worden afgeweken",
    "future": "dit ligt in het verleden",
    "glossary-locale": "deze taal hoort niet bij de begrippenlijst",
    "grantable": "dit recht kan een sleutel niet krijgen",
    "held": "dit recht heeft u zelf niet",
    "id": "dit is niet het id van zo'n object",
    "iri": "dit is geen geldige URI",
    "known": "dit recht bestaat niet",
    "known-code": "deze stap kent geen eis met deze naam",
    "known-profile": "dit profiel bestaat niet",
    "max": "dit ligt te ver in de toekomst",
    "max-conditions": "dit filter heeft te veel voorwaarden",
    "max-depth": "dit filter gaat te diep",
    "max-items": "dit zijn er te veel",
    "max-length": "dit is te lang",
    "min-items": "dit zijn er te weinig",
    "min-length": "dit wachtwoord is te kort",
    "needs-search": "sorteren op relevantie kan alleen bij het zoeken",
    "no-fix": "voor deze bevinding is er geen verbetering die het systeem kan doen",
    "no-value": "bij deze eis hoort geen waarde",
    "not-blank": "dit mag niet leeg zijn",
    "not-null": "dit mag niet leeg zijn",
    "one-direction": "gebruik first met after, of last met before",
    "other-concept": "een begrip heeft geen relatie met zichzelf",
    "overlap": "deze verbetering raakt dezelfde plaats als een andere; kies er één",
    "own-rule": "een ingebouwde regel kan alleen worden uitgezet",
    "own-rule-code": "gebruik X- met hoofdletters en cijfers, zoals X-JARGON",
    "owner": "een toepassing die zelf handelt, heeft een eigenaar nodig",
    "password": "het huidige wachtwoord is onjuist",
    "range": "dit ligt buiten de grenzen",
    "re2": "dit is geen geldig patroon (RE2)",
    "redirect-uri": "dit adres kan niet worden geregistreerd",
    "rule-code": "deze regel bestaat niet",
    "rule-parameter": "deze regel kent geen parameter met deze naam",
    "scopes": "noem minstens één recht, en alleen rechten die bestaan",
    "secret": "dit kan alleen een toepassing met een geheim",
    "slug": "gebruik kleine letters, cijfers en streepjes",
    "unchangeable": "de taal van een definitie verandert niet",
    "unique": "dit staat er twee keer",
    "url": "dit is geen geldig webadres",
    "whole-number": "dit is geen geheel getal",
}


def sentence(refusal: Refusal, locale: str) -> str:
    """The sentence of a refusal in this language; English where there is no other."""
    return (_dutch(refusal) if locale.startswith("nl") else None) or refusal.message


def _dutch(refusal: Refusal) -> str | None:
    say = next((say for kind, say in _DUTCH if isinstance(refusal, kind)), None)
    return None if say is None else say(refusal)


def _absent(refusal: Refusal) -> str:
    kind = _KINDS.get(getattr(refusal, "kind", ""))
    return "dit bestaat niet" if kind is None else f"deze {kind} bestaat niet"


def _replaced(refusal: Refusal) -> str:
    return f"versie {getattr(refusal, 'expected', '')} is vervangen door versie {getattr(refusal, 'actual', '')}"


# The first class that fits speaks.
_DUTCH: tuple[tuple[type[Refusal], Callable[[Refusal], str | None]], ...] = (
    (model_errors.NotFound, _absent),
    (model_errors.VersionConflict, _replaced),
    (errors.InvalidInput, lambda refusal: _CONSTRAINTS.get(getattr(refusal, "constraint", None) or "")),
    (
        errors.CircularHierarchy,
        lambda refusal: f"dit zou een kring van bredere begrippen sluiten: {' → '.join(getattr(refusal, 'names', ()))}",
    ),
    (errors.InvalidTransition, lambda refusal: f"deze stap kan niet vanuit de status {getattr(refusal, 'status', '')}"),
    (
        errors.StaleValidation,
        lambda _: "de tekst of de regels zijn gewijzigd sinds de laatste validatie; valideer opnieuw",
    ),
    (errors.IdempotencyKeyReused, lambda _: "deze idempotentiesleutel is al gebruikt met andere invoer"),
    (errors.Taken, lambda _: "dit bestaat al"),
    (auth_errors.SignInRefused, lambda _: "e-mailadres of wachtwoord is onjuist"),
    (auth_errors.SessionEnded, lambda _: "deze sessie is beëindigd; log opnieuw in"),
    (auth_errors.Unauthenticated, lambda _: "log eerst in"),
    (auth_errors.Forbidden, lambda _: "dit mag u niet"),
)
