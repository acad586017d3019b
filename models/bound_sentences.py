"""What is said, in English and Dutch, of a value that breaks a bound."""

SENTENCES = {
    # ── texts ──
    "too-long": ("is longer than {most} characters", "dit is langer dan {most} tekens"),
    "blank": ("is blank", "dit mag niet leeg zijn"),
    "unstorable": ("contains a NUL or half of a surrogate pair", "hier staat een NUL of een half surrogaatpaar in"),
    "control-character": ("contains a control character", "hier staat een besturingsteken in"),
    "no-language-tag": ("is not a language tag such as nl or en-GB", "dit is geen taalcode zoals nl of en-GB"),
    "no-url": ("is not an absolute http or https URL", "dit is geen volledig webadres met http of https"),
    "no-iri": ("is not an absolute IRI", "dit is geen volledige URI"),
    "no-email": ("is no e-mail address", "dit is geen e-mailadres"),
    "no-slug": (
        "is not 1 to {most} small letters, digits and single hyphens",
        "gebruik 1 tot {most} kleine letters, cijfers en losse streepjes",
    ),
    "no-whole-number": ("is not a whole number", "dit is geen geheel getal"),
    "null": ("may not be null", "dit mag niet leeg zijn"),
    "this-null": ("this cannot be null", "dit mag niet leeg zijn"),
    # ── lists, pages and filters ──
    "too-many-items": ("has more than {most} items", "dit zijn er meer dan {most}"),
    "twice": ("is there twice", "dit staat er twee keer"),
    "too-many-ids": ("takes at most {most} ids", "hier passen hoogstens {most} id's"),
    "too-many-nodes": ("`ids` takes at most {most}", "in `ids` passen er hoogstens {most}"),
    "too-many-conditions": ("holds more than {most} conditions", "dit filter heeft meer dan {most} voorwaarden"),
    "filter-too-deep": ("is more than {most} deep", "dit filter gaat dieper dan {most} lagen"),
    "rule-filter-too-deep": ("filters go {most} deep", "een filter gaat hoogstens {most} lagen diep"),
    "too-many-values": ("holds more than {most} values", "dit filter heeft meer dan {most} waarden"),
    "too-many-glossaries": ("names more than {most} glossaries", "dit zijn meer dan {most} begrippenlijsten"),
    "page-size": ("`{name}` takes 1 to {most}", "`{name}` ligt van 1 tot en met {most}"),
    "two-directions": (
        "take `first` with `after`, or `last` with `before`",
        "gebruik `first` met `after`, of `last` met `before`",
    ),
    "strange-cursor": (
        "this cursor does not belong to this list and order",
        "deze cursor hoort niet bij deze lijst en volgorde",
    ),
    "relevance-without-search": ("RELEVANCE needs `search`", "RELEVANCE kan alleen samen met `search`"),
    "not-id-of": ("this is not the id of a {kind}", "dit is niet het id van een object van het type {kind}"),
    "no-id": ("this is not an id", "dit is geen id"),
    # ── definitions, concepts and glossaries ──
    "no-glossary-named": ("names no glossary", "noem minstens één begrippenlijst"),
    "no-language-named": ("names no language", "noem minstens één taal"),
    "glossary-locale": ("this glossary is written in {known}", "deze begrippenlijst is geschreven in {known}"),
    "locale-unchangeable": (
        "the definition is written in {locale}",
        "de definitie is geschreven in {locale}; haar taal verandert niet",
    ),
    "own-relation": ("a concept is not related to itself", "een begrip heeft geen relatie met zichzelf"),
    "consents-without-approval": (
        "partners agree to an approval only",
        "partners stemmen alleen in met een goedkeuring",
    ),
    "in-the-past": ("lies in the past", "dit ligt in het verleden"),
    "too-many-days-ahead": ("lies more than {days} days ahead", "dit ligt meer dan {days} dagen vooruit"),
    "outside-hours": ("is not within {least} and {most} hours", "dit ligt niet tussen {least} en {most} uur"),
    # ── findings and fixes ──
    "no-finding-named": ("names no finding", "noem minstens één bevinding"),
    "no-fix": (
        "this finding has no fix; only a person can mend it",
        "voor deze bevinding is er geen verbetering die het systeem kan doen; dat kan alleen een mens",
    ),
    "overlapping-fix": (
        "this fix changes the same place as that of finding {first}; apply one of the two",
        "deze verbetering raakt dezelfde plaats als die van bevinding {first}; kies een van de twee",
    ),
    # ── gates ──
    "unknown-demand": ("{transition} has no demand {code}", "de stap {transition} kent geen eis {code}"),
    "demand-stays-on": ("{code} cannot be switched off", "de eis {code} kan niet worden uitgezet"),
    "demand-without-override": ("{code} cannot be overridden", "van de eis {code} mag niet worden afgeweken"),
    "demand-without-value": ("{code} takes no value", "bij de eis {code} hoort geen waarde"),
    "no-count": ("is not a number from 0 to {most}", "dit is geen getal van 0 tot en met {most}"),
    # ── rules and profiles ──
    "unknown-profile": ("no such profile; there are {known}", "dit profiel bestaat niet; er zijn {known}"),
    "unknown-rule": ("no rule has this code", "geen regel heeft deze code"),
    "rule-code-count": ("takes 1 to {most} codes", "noem 1 tot {most} codes"),
    "unknown-parameter": (
        "the rule has no parameter of this name",
        "de regel kent geen parameter met deze naam",
    ),
    "parameter-range": (
        "{name} of rule {code} lies between {least} and {most}",
        "{name} van regel {code} ligt van {least} tot en met {most}",
    ),
    "own-rule-code": (
        "is not X- and groups of capitals and digits, such as X-JARGON or X-HOUSE-12; at most {most} characters",
        "gebruik X- en groepjes hoofdletters en cijfers, zoals X-JARGON of X-HOUSE-12; hoogstens {most} tekens",
    ),
    "built-in-rule": (
        "a built-in rule can only be switched off",
        "een ingebouwde regel kan alleen worden uitgezet",
    ),
    "bad-pattern": ("{fault}", "dit is geen bruikbaar patroon (RE2): {fault}"),
    "examples-of-both": (
        "needs a text that the rule marks and one that it leaves alone",
        "geef een tekst die de regel aanwijst en een die zij met rust laat",
    ),
    "pattern-marks": ("the pattern marks this text", "het patroon wijst deze tekst aan"),
    "pattern-silent": ("the pattern does not mark this text", "het patroon wijst deze tekst niet aan"),
    # ── passwords ──
    "password-encoding": (
        "the password is no valid text, or over {most} bytes",
        "dit wachtwoord is geen geldige tekst, of langer dan {most} bytes",
    ),
    "password-too-short": (
        "the password has {length} characters; at least {least} are needed",
        "dit wachtwoord heeft {length} tekens; het moeten er minstens {least} zijn",
    ),
    "password-common": (
        "the password is among the first that anybody would guess",
        "dit wachtwoord hoort bij de eerste die iemand zou raden",
    ),
    "password-of-context": (
        "the password is mostly made of your name, your address or the name of this product",
        "dit wachtwoord bestaat vooral uit uw naam, uw adres of de naam van dit product",
    ),
    "wrong-password": ("the current password is wrong", "het huidige wachtwoord is onjuist"),
    "same-password": ("is the current password", "het nieuwe wachtwoord moet anders zijn dan het huidige"),
    # ── keys and applications ──
    "no-scope-named": ("names no scope", "noem minstens één recht"),
    "too-many-scopes": ("names more scopes than there are", "dit zijn meer rechten dan er bestaan"),
    "unknown-scope": ("is no scope of this server", "dit recht bestaat hier niet"),
    "scope-not-for-keys": (
        "cannot be given to a key: keys make no keys",
        "dit recht kan een sleutel niet krijgen: een sleutel maakt geen sleutels",
    ),
    "scope-not-held": ("is not among your own scopes", "dit recht heeft u zelf niet"),
    "scopes-of-client": (
        "names at least one scope, and only known ones",
        "noem minstens één recht, en alleen rechten die bestaan",
    ),
    "no-client-id": ("1 to {most} of a-z, 0-9 and -", "gebruik 1 tot {most} tekens: a-z, 0-9 en -"),
    "client-without-owner": (
        "a client that acts on its own needs an owner",
        "een toepassing die zelf handelt, heeft een eigenaar nodig",
    ),
    "unknown-grant": ("is not one of {known}", "dit is niet een van {known}"),
    "codes-without-redirect": ("codes need a redirect address", "voor codes is een terugkeeradres nodig"),
    "public-without-redirect": (
        "a public client needs a redirect address",
        "een openbare toepassing heeft een terugkeeradres nodig",
    ),
    "acts-without-secret": (
        "only a confidential client acts on its own",
        "alleen een toepassing met een geheim handelt zelf",
    ),
    "introspects-without-secret": ("only a confidential client may", "dit mag alleen een toepassing met een geheim"),
    "too-many-redirects": ("takes at most {most}", "dit zijn er meer dan {most}"),
    "redirect-no-address": ("is no absolute address", "dit is geen volledig adres"),
    "redirect-parts": (
        "may hold neither a fragment nor a wildcard, backslash or user information",
        "hier mag geen fragment, jokerteken, backslash of gebruikersnaam in staan",
    ),
    "redirect-http": (
        "must be https, but for http://127.0.0.1 and http://[::1]",
        "dit moet https zijn, behalve bij http://127.0.0.1 en http://[::1]",
    ),
    "redirect-scheme": (
        "must be https, a loopback address, or a scheme that is a domain of yours backwards",
        "dit moet https zijn, een loopback-adres, of een schema dat een omgekeerd domein van u is",
    ),
}
"""English and Dutch by name."""
