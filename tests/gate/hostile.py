"""Hostile documents and bodies by the name of what is wrong with them, each with the code that refuses it."""

import json

PARSE, LIMIT, INVALID = "GRAPHQL_PARSE_FAILED", "OPERATION_LIMIT_EXCEEDED", "GRAPHQL_VALIDATION_FAILED"


def _fragments(count: int, inside: str) -> str:
    return "".join(f"fragment F{n} on Query{{{inside.replace('#', str(n + 1))}}}" for n in range(count))


DOCUMENTS: dict[str, tuple[str, str]] = {
    "deeper than the limit": ("{" + "thing{" * 12 + "name" + "}" * 13, LIMIT),
    "250 deep": ("{" + "thing{" * 250 + "name" + "}" * 251, PARSE),
    "700 deep, never closed": ("{thing" * 700, PARSE),
    "200 nested inline fragments": ("{" + "...{" * 200 + "hello" + "}" * 201, PARSE),
    "1,400 times the same field": ("{" + "hello " * 1400 + "}", LIMIT),
    "1,400 unknown fields": ("{" + " ".join(f"f{n}" for n in range(1400)) + "}", LIMIT),
    "1,400 fields like one there is": ("{thing{" + " ".join(f"nam{n}" for n in range(1400)) + "}}", LIMIT),
    "20 misspelt fields": ("{" + "helo " * 20 + "}", INVALID),
    "480 aliases": ("{" + " ".join(f"a{n}:hello" for n in range(480)) + "}", LIMIT),
    "chain of 200 fragments": ("{...F0}" + _fragments(200, "...F#"), PARSE),
    "chain of 49 that doubles": ("{...F0}" + _fragments(48, "...F# ...F#") + "fragment F48 on Query{hello}", LIMIT),
    "145 fragments": ("{...F0}" + _fragments(145, "...F# ...F#"), LIMIT),
    "185 unused fragments": ("{hello}" + _fragments(185, "hello"), LIMIT),
    "700 spreads of one fragment": ("{" + "...F " * 700 + "} fragment F on Query{hello}", LIMIT),
    "cycle of two": ("{...A} fragment A on Query{...B} fragment B on Query{...A}", LIMIT),
    "cycle of 200": ("{...F0}" + _fragments(200, "...F#").replace("F200", "F0"), PARSE),
    "200 directives": ("{hello " + "@skip(if:true) " * 200 + "}", LIMIT),
    "5 directives on one field": ("{hello " + "@skip(if:false) " * 5 + "}", LIMIT),
    "700 unknown directives": ("{hello " + "@a" * 700 + "}", LIMIT),
    "21 directives on a variable": ("query($x:String " + "@a " * 21 + "){hello(name:$x)}", LIMIT),
    "70 overlapping selections": ("{" + "...{thing{name thing{name}}} " * 70 + "}", LIMIT),
    "overlaps in depth": ("{thing{" + "thing{thing{name} name} " * 70 + "}}", LIMIT),
    "overlaps of two types": ("{thing{" + "...on Thing{name} ...on Query{hello} " * 49 + "}}", INVALID),
    "240 type conditions": ("{thing{" + "".join(f"...on T{n}{{a}}" for n in range(240)) + "}}", LIMIT),
    "180 operations": ("".join(f"query q{n}{{hello}}" for n in range(180)), LIMIT),
    "370 variables": ("query(" + "".join(f"$v{n}:ID " for n in range(370)) + "){hello}", LIMIT),
    "480 arguments": ("{hello(" + "".join(f"a{n}:1 " for n in range(480)) + ")}", LIMIT),
    "480 times one argument": ("{hello(" + "name:1 " * 480 + ")}", LIMIT),
    "460 fields in an object": ("{hello(name:{" + "".join(f"a{n}:1 " for n in range(460)) + "})}", LIMIT),
    "1,400 items in a list": ("{hello(name:[" + "1 " * 1400 + "])}", LIMIT),
    "251 items in a list in a list": ("{hello(name:[[" + "1 " * 251 + "]])}", LIMIT),
    "251 items in a default": ("query($x:[Int]=[" + "1 " * 251 + "]){hello(name:$x)}", LIMIT),
    "251 items in a directive": ("{hello @skip(if:[" + "1 " * 251 + "])}", LIMIT),
    "251 items in a fragment": ("{...F} fragment F on Query{hello(name:[" + "1 " * 251 + "])}", LIMIT),
    "700 nested lists": ("{hello(name:" + "[" * 700 + "]" * 700 + ")}", PARSE),
    "400 nested objects": ("{hello(name:" + "{a:" * 400 + "1" + "}" * 400 + ")}", PARSE),
    "string of 16,000": ('{hello(name:"' + "x" * 16_000 + '")}', LIMIT),
    "block string of 16,000": ('{hello(name:"""' + "\n x" * 5_400 + '""")}', LIMIT),
    "block string without end": ('{hello(name:"""' + '\\"""' * 3_900, PARSE),
    "string without end": ('{hello(name:"' + "\\u0041" * 2_600, PARSE),
    "half a surrogate pair": ('{hello(name:"\\ud83d")}', PARSE),
    "escape beyond Unicode": ('{hello(name:"\\u{110000}")}', PARSE),
    "number of 15,900 digits": ("{hello(name:" + "9" * 15_900 + ")}", INVALID),
    "exponent of 15,900 digits": ("{hello(name:1e" + "9" * 15_900 + ")}", INVALID),
    "name of 15,900 letters": ("{" + "x" * 15_900 + "}", INVALID),
    "enum of 15,900 letters": ("{hello(name:" + "X" * 15_900 + ")}", INVALID),
    "7,000 comments": ("{hello}" + "#\n" * 7_000, PARSE),
    "16,000 commas": ("{hello}" + "," * 16_000, LIMIT),
    "16,000 byte order marks": ("\ufeff" * 16_000 + "{hello}", LIMIT),
    "text that runs backwards": ("{hello\u202e}", PARSE),
    "letter of another alphabet": ("{h\u0435llo}", PARSE),
    "space without width": ("{hel\u200blo}", PARSE),
    "16,000 accents on one letter": ('{hello(name:"e' + "\u0301" * 16_000 + '")}', LIMIT),
    "introspection too deep": ("{__schema{types{" + "ofType{" * 15 + "name" + "}" * 18, LIMIT),
    "introspection in circles": (
        "{__schema{types{fields{type{fields{type{fields{type{fields{type{name}}}}}}}}}}}",
        INVALID,
    ),
}

BOMBS: dict[str, tuple[bytes, int, str]] = {
    "500 nested objects": (b'{"x":' * 500 + b"1" + b"}" * 500, 400, "BAD_REQUEST"),
    "120,000 nested lists": (b'{"x":' + b"[" * 120_000 + b"]" * 120_000 + b"}", 400, "BAD_REQUEST"),
    "120,000 numbers": (b'{"x":[' + b"1," * 120_000 + b"1]}", 400, "BAD_REQUEST"),
    "80,000 objects": (b'{"x":[' + b"{}," * 80_000 + b"1]}", 400, "BAD_REQUEST"),
    "40,000 equal keys": (b"{" + b'"k":1,' * 40_000 + b'"k":1}', 400, "BAD_REQUEST"),
    "number of 250,000 digits": (b'{"x":' + b"9" * 250_000 + b"}", 400, "BAD_REQUEST"),
    "20,000 times U+0000": (b'{"x":[' + b'"\\u0000",' * 20_000 + b"1]}", 400, "BAD_REQUEST"),
    "list of 251": (json.dumps({"x": list(range(251))}).encode(), 422, LIMIT),
    "list of 251 deep inside": (json.dumps({"x": {"y": [{"z": [0] * 251}]}}).encode(), 422, LIMIT),
    "30,000 numbers with exponents": (b'{"x":[' + b"1.5e300," * 30_000 + b"1]}", 422, LIMIT),
}
"""Variables of a request whose document is sound."""


def request(variables: bytes) -> bytes:
    """A body with these variables."""
    return b'{"query":"{hello}","variables":' + variables + b"}"
