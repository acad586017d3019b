"""What a gate says to people, in English and Dutch: one sentence when a demand is met, one when it is not."""

from resolvers import gate_rules

_ENGLISH = {
    gate_rules.TEXT_NOT_EMPTY: ("The text is not empty.", "The text is empty."),
    gate_rules.NO_OPEN_ERRORS: ("No errors stand open beyond what is allowed.", "The text has open errors: {actual}."),
    gate_rules.RUN_IS_FRESH: (
        "The validation is up to date.",
        "The text or the rules changed since the last validation. Validate again.",
    ),
    gate_rules.APPROVER_IS_NOT_AUTHOR: (
        "Somebody else wrote this text.",
        "You wrote this text yourself; somebody else must approve it.",
    ),
    gate_rules.NOT_CIRCULAR: ("The definition is not circular.", "The definition comes back to its own term."),
    gate_rules.NOT_DUPLICATE: (
        "No other definition in force says the same.",
        "A definition with the same term and contexts, or with the same text, is in force already.",
    ),
    gate_rules.NOTE_GIVEN: ("A note tells why.", "A note must tell why."),
}
_DUTCH = {
    gate_rules.TEXT_NOT_EMPTY: ("De tekst is niet leeg.", "De tekst is leeg."),
    gate_rules.NO_OPEN_ERRORS: (
        "Er staan niet meer fouten open dan is toegestaan.",
        "De tekst heeft openstaande fouten: {actual}.",
    ),
    gate_rules.RUN_IS_FRESH: (
        "De validatie is actueel.",
        "De tekst of de regels zijn veranderd sinds de laatste validatie. Valideer opnieuw.",
    ),
    gate_rules.APPROVER_IS_NOT_AUTHOR: (
        "Iemand anders heeft deze tekst geschreven.",
        "U heeft deze tekst zelf geschreven; iemand anders moet hem goedkeuren.",
    ),
    gate_rules.NOT_CIRCULAR: ("De definitie is niet circulair.", "De definitie komt terug bij haar eigen term."),
    gate_rules.NOT_DUPLICATE: (
        "Geen andere geldende definitie zegt hetzelfde.",
        "Er geldt al een definitie met dezelfde term en contexten, of met dezelfde tekst.",
    ),
    gate_rules.NOTE_GIVEN: ("Een toelichting zegt waarom.", "Een toelichting moet zeggen waarom."),
}


def message(code: str, locale: str, *, is_met: bool, actual: str | None) -> str:
    """The sentence for a demand in the language of the locale; English for a language that we do not speak."""
    sentences = _DUTCH if locale.partition("-")[0].lower() == "nl" else _ENGLISH
    met, unmet = sentences[code]
    return met if is_met else unmet.format(actual=actual)
