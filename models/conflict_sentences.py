"""What is said, in English and Dutch, of a request that comes at the wrong time, too often, or from the wrong person."""

SENTENCES = {
    # ── too much or too often ──
    "too-many-attempts": (
        "too many attempts; wait a quarter of an hour",
        "te veel pogingen; wacht een kwartier",
    ),
    "busy-signing-in": (
        "too many people are signing in; try again in a moment",
        "er loggen te veel mensen tegelijk in; probeer het zo opnieuw",
    ),
    "too-many-letters": ("takes at most {most} letters", "hier passen hoogstens {most} mislukte berichten"),
    "too-many-keys": (
        "you have {most} keys that have not ended; revoke one first",
        "u heeft {most} sleutels die nog geldig zijn; trek er eerst een in",
    ),
    "too-many-own-rules": (
        "the glossary has {most} rules of its own",
        "de begrippenlijst heeft al {most} eigen regels",
    ),
    "patterns-too-large": (
        "the patterns of the glossary are too large together",
        "de patronen van de begrippenlijst zijn samen te groot",
    ),
    # ── what is taken ──
    "address-taken": ("this address has an account", "dit adres heeft al een account"),
    "own-address-taken": (
        "this address has an account; sign in",
        "dit adres heeft al een account; log in",
    ),
    "slug-taken": ("a glossary has the slug {slug}", "er is al een begrippenlijst met de slug {slug}"),
    "client-id-taken": (
        "an application has or had this client id",
        "een toepassing heeft of had dit client-id",
    ),
    "rule-code-taken": ("a rule has or had this code", "een regel heeft of had deze code"),
    "place-taken": (
        "this concept has a definition in {locale}",
        "dit begrip heeft al een definitie in de taal {locale}",
    ),
    "place-taken-by-item": (
        "another item takes this concept in {locale}",
        "een ander item neemt dit begrip in de taal {locale} al",
    ),
    # ── what is stored says otherwise ──
    "version-replaced": (
        "version {expected} was replaced by version {actual}",
        "versie {expected} is vervangen door versie {actual}",
    ),
    "circle": (
        "would close a circle of broader concepts: {names}",
        "dit zou een kring van bredere begrippen sluiten: {names}",
    ),
    "impossible-step": (
        "{transition} is not possible from {status}",
        "de stap {transition} kan niet vanuit de status {status}",
    ),
    "stale-validation": (
        "text or rules changed since the last validation; validate again",
        "de tekst of de regels zijn gewijzigd sinds de laatste validatie; valideer opnieuw",
    ),
    "stale-finding": (
        "this finding is of another text; validate the definition again",
        "deze bevinding hoort bij een andere tekst; valideer de definitie opnieuw",
    ),
    "key-reused": (
        "this idempotency key was used with another input at {used_at}",
        "deze idempotentiesleutel is op {used_at} al gebruikt met andere invoer",
    ),
    "archived": ("it is archived; restore it first", "de definitie is gearchiveerd; zet haar eerst terug"),
    "established-once": (
        "it was established once and can only be archived",
        "de definitie is vastgesteld geweest en kan alleen worden gearchiveerd",
    ),
    "finding-resolved": (
        "this finding is resolved; read the definition again",
        "deze bevinding is al opgelost; haal de definitie opnieuw op",
    ),
    "finding-not-waived": ("this finding is not waived", "voor deze bevinding is geen uitzondering gemaakt"),
    "run-ended": ("this run has ended already", "deze validatie is al afgelopen"),
    "job-ended": ("this job has ended already", "deze taak is al afgelopen"),
    "job-canceled": ("its job was canceled", "de taak van dit bericht is geannuleerd"),
    "letter-settled": ("this letter was {status} before", "over dit mislukte bericht is al beslist ({status})"),
    "check-failed": ("{reason}", "de regels konden deze tekst niet beoordelen: {reason}"),
    "another-refused": (
        "not carried out, because another item was refused",
        "niet uitgevoerd, omdat een ander item is geweigerd",
    ),
    "named-twice": (
        "another item names the same definition",
        "een ander item noemt dezelfde definitie",
    ),
    "several-drafts": (
        "several drafts bear this term; name one by its id",
        "meerdere conceptteksten hebben deze term; noem er een bij haar id",
    ),
    "key-ended": ("this key has ended; make a new one", "deze sleutel is niet meer geldig; maak een nieuwe"),
    "public-without-secret": ("a public client has no secret", "een openbare toepassing heeft geen geheim"),
    "password-changed-meanwhile": (
        "the password or the session changed meanwhile; sign in again",
        "het wachtwoord of de sessie is intussen gewijzigd; log opnieuw in",
    ),
    "last-administrator": (
        "the last active administrator stays one; make somebody else administrator first",
        "de laatste actieve beheerder blijft beheerder; maak eerst iemand anders beheerder",
    ),
    # ── who may ──
    "sign-in-first": ("sign in first", "log eerst in"),
    "bad-token": (
        "the access token is not valid; sign in or refresh the session",
        "het toegangstoken is niet geldig; log in of vernieuw de sessie",
    ),
    "sign-in-refused": (
        "no active account has this e-mail address and password",
        "e-mailadres of wachtwoord is onjuist",
    ),
    "session-ended": ("this session has ended; sign in again", "deze sessie is beëindigd; log opnieuw in"),
    "forbidden": ("you may not do this", "dit mag u niet"),
    "registration-closed": (
        "registration is closed here; ask an administrator for an account",
        "u kunt zich hier niet zelf registreren; vraag een beheerder om een account",
    ),
    "own-password-first": ("choose a password of your own first", "kies eerst een eigen wachtwoord"),
    "not-by-application": (
        "an application may not do this for its user",
        "een toepassing mag dit niet namens haar gebruiker",
    ),
    "not-by-key": ("an API key may not do this for its owner", "een API-sleutel mag dit niet namens de eigenaar"),
    "not-your-run": (
        "only whoever started this run, or an editor, may cancel it",
        "alleen wie deze validatie startte, of een redacteur, mag haar annuleren",
    ),
    "not-your-definition": (
        "only its author or an editor may change this definition",
        "alleen de auteur of een redacteur mag deze definitie wijzigen",
    ),
    "not-your-concept": (
        "only an editor may relate a concept that others define, or that is in force",
        "alleen een redacteur mag een relatie leggen met een begrip dat anderen definiëren of dat al geldt",
    ),
    "step-forbidden": (
        "you may not {transition} this definition",
        "u mag de stap {transition} niet zetten met deze definitie",
    ),
    "import-no-longer": (
        "whoever started this import may no longer write",
        "wie deze import startte, mag niet meer schrijven",
    ),
}
"""English and Dutch by name."""
