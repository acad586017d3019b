"""What our own pages say, in English and Dutch."""

from collections.abc import Mapping
from types import MappingProxyType

from auth.scopes import Scope

LOCALES = ("en", "nl")

_ENGLISH = {
    "sign_in": "Sign in",
    "to_go_on": "to go on to {name}",
    "email": "E-mail address",
    "password": "Password",
    "refused": "No active account has this e-mail address and password.",
    "too_many": "Too many attempts. Wait a quarter of an hour and try again.",
    "one_time": "This is a one-time password. Choose a password of your own first, in the workbench at /graphql "
    "(changePassword); then sign in here with that.",
    "old_form": "This form had grown old. Please try again.",
    "allow_title": "Allow {name}?",
    "wants": "{name} wants to do this in your name:",
    "no_more": "It never gets more rights than you have, and not your password. You can take this back at any time.",
    "returns": "Afterwards you go on to {host}.",
    "allow": "Allow",
    "deny": "Refuse",
    "signed_in": "Signed in as {person}.",
    "switch": "Use another account",
    "error_title": "This cannot go on",
    "error_help": "The link that brought you here is wrong. Go back to the application and try again; if it stays so, tell "
    "whoever runs it.",
}
_DUTCH = {
    "sign_in": "Aanmelden",
    "to_go_on": "om verder te gaan naar {name}",
    "email": "E-mailadres",
    "password": "Wachtwoord",
    "refused": "Geen actief account heeft dit e-mailadres en wachtwoord.",
    "too_many": "Te veel pogingen. Wacht een kwartier en probeer het opnieuw.",
    "one_time": "Dit is een eenmalig wachtwoord. Kies eerst een eigen wachtwoord, in de werkbank op /graphql "
    "(changePassword); meld u daarna hier daarmee aan.",
    "old_form": "Dit formulier was verouderd. Probeer het opnieuw.",
    "allow_title": "{name} toestaan?",
    "wants": "{name} wil dit namens u doen:",
    "no_more": "De toepassing krijgt nooit meer rechten dan u hebt, en niet uw wachtwoord. U kunt dit altijd intrekken.",
    "returns": "Daarna gaat u verder naar {host}.",
    "allow": "Toestaan",
    "deny": "Weigeren",
    "signed_in": "Aangemeld als {person}.",
    "switch": "Ander account gebruiken",
    "error_title": "Dit kan niet verder",
    "error_help": "De koppeling die u hier bracht, klopt niet. Ga terug naar de toepassing en probeer het opnieuw; blijft het "
    "zo, laat het dan de beheerder ervan weten.",
}
TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": _ENGLISH, "nl": _DUTCH})

OF_SCOPES: Mapping[Scope, tuple[str, str]] = MappingProxyType(
    {
        Scope.DEFINITIONS_READ: ("read established definitions", "vastgestelde definities lezen"),
        Scope.DRAFTS_READ: ("read drafts that you may read", "concepten lezen die u mag lezen"),
        Scope.DEFINITIONS_WRITE: ("write and change definitions", "definities schrijven en wijzigen"),
        Scope.DEFINITIONS_APPROVE: ("approve definitions", "definities goedkeuren"),
        Scope.DEFINITIONS_DELETE: ("delete drafts for ever", "concepten voorgoed verwijderen"),
        Scope.DEFINITIONS_EXPORT: ("export definitions", "definities exporteren"),
        Scope.VALIDATIONS_WRITE: ("have definitions validated", "definities laten toetsen"),
        Scope.RULES_WRITE: ("change the rules of glossaries", "de regels van begrippenlijsten wijzigen"),
        Scope.GLOSSARIES_WRITE: ("make and change glossaries", "begrippenlijsten maken en wijzigen"),
        Scope.KEYS_WRITE: ("make and revoke keys", "sleutels maken en intrekken"),
        Scope.USERS_READ: ("see everybody's name and address", "namen en adressen van iedereen zien"),
        Scope.USERS_WRITE: ("change accounts and applications", "accounts en toepassingen wijzigen"),
        Scope.AUDIT_READ: ("read what was done here", "lezen wat hier is gedaan"),
        Scope.OPERATIONS_WRITE: ("replay or discard work that failed", "mislukt werk opnieuw doen of laten vervallen"),
        Scope.SCHEMA_READ: ("read the schema", "het schema lezen"),
    }
)


def say(locale: str, key: str, **values: str) -> str:
    """The sentence in this language."""
    return TEXTS[locale][key].format(**values)


def of_scope(locale: str, scope: Scope) -> str:
    """What the scope lets an application do."""
    told = OF_SCOPES.get(scope)
    return told[LOCALES.index(locale)] if told else scope.value
