"""`begrip check` and `begrip rules`: what they print and how they end."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli import check as check_command
from server.cli import rules as rules_command

CLEAN = "term,definition,language\nlease,contract by which a dwelling is let,en\n"
FAULTY = "term,definition,language\nhuurder,persoon die huurder is,nl\nlease,vehicle such as a bus,en\n"


def run(tmp_path: Path, content: str | bytes, *options: str, name: str = "terms.csv") -> Result:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return CliRunner().invoke(check_command.check, [str(file), *options])


def test_clean_file_ends_well(tmp_path: Path) -> None:
    result = run(tmp_path, CLEAN)

    assert (result.exit_code, result.stdout) == (
        0,
        "1 definitions, 0 errors, 0 warnings, 0 infos; 1 without errors or warnings\n",
    )


def test_errors_end_with_one(tmp_path: Path) -> None:
    result = run(tmp_path, FAULTY)

    assert result.exit_code == 1
    first, *others = result.stdout.splitlines()
    assert first.startswith("huurder  line 2, nl, score 9")
    assert others == [
        "  ERROR   CNT-01  The text uses its own term ‘huurder’.",
        "          persoon die »huurder« is",
        "          → Describe the concept in other words, or name its parent concept.",
        "lease  line 3, en, score 99",
        "  WARNING CNT-08  ‘such as’ announces an example.",
        "          vehicle »such as« a bus",
        "          → Move the example to the examples of the entry.",
        "2 definitions, 1 error, 1 warning, 0 infos; 0 without errors or warnings",
    ]


def test_warnings_alone_end_well(tmp_path: Path) -> None:
    assert run(tmp_path, "term,text\nlease,vehicle such as a bus\n", "--locale", "en").exit_code == 0


def test_report_speaks_dutch(tmp_path: Path) -> None:
    result = run(tmp_path, FAULTY, "--messages", "nl")

    assert "De tekst gebruikt de eigen term ‘huurder’." in result.stdout


def test_json_holds_the_findings(tmp_path: Path) -> None:
    result = run(tmp_path, FAULTY, "--format", "json", "--profile", "iso704", "--style", "free")

    document = json.loads(result.stdout)
    finding = document["entries"][0]["findings"][0]
    assert result.exit_code == 1
    assert document["totals"] == {"entries": 2, "problems": 0, "info": 0, "warning": 1, "error": 1}
    assert (document["profile"]["name"], document["profile"]["style"]) == ("iso704", "FREE")
    assert (finding["rule"], finding["span"], finding["excerpt"]) == ("CNT-01", {"start": 12, "end": 19}, "huurder")


def test_json_holds_the_fix(tmp_path: Path) -> None:
    result = run(tmp_path, "term,text\nlease,is a contract on land\n", "--locale", "en", "--format", "json")

    [finding] = json.loads(result.stdout)["entries"][0]["findings"]
    assert finding["fix"] == {"start": 0, "end": 3, "replacement": ""}


def test_json_lines_are_read(tmp_path: Path) -> None:
    line = json.dumps({
        "term": "lease", "text": "contract by which a dwelling is let", "locale": "en", "category": "type",
        "contexts": ["city"], "synonyms": ["tenancy"], "source": "Act",
    })  # fmt: skip

    assert run(tmp_path, line, name="terms.jsonl").exit_code == 0


def test_finding_on_the_entry_shows_no_text(tmp_path: Path) -> None:
    result = run(tmp_path, "term,text,taal\nlease,,en\n")

    assert result.stdout.splitlines()[1:3] == [
        "  ERROR   FRM-01  The definition has no text.",
        "          → Write what kind of thing it is and what sets it apart.",
    ]


def test_long_marks_are_cut_in_the_middle(tmp_path: Path) -> None:
    result = run(tmp_path, f"term,text,taal\nlease,contract {'on some land ' * 20}here,en\n")

    assert "…and on some land on some land on some land" not in result.stdout
    assert " … " in result.stdout


def test_escape_sequences_do_not_reach_the_terminal(tmp_path: Path) -> None:
    result = run(tmp_path, "term,text,taal\n\x1b[2Jlease,\x1b[2Jcontract on land,en\n")

    assert "\x1b" not in result.stdout


UNUSABLE = [
    ("", "terms.csv, line 1: the file is empty"),
    ("term,text,taal\n", "terms.csv has a header but no rows"),
    ("term,text\na,b c d\n", "terms.csv, line 2: the row names no language; add a column for it, or give --locale"),
    ("term,text,taal\n,b,en\nc,d,e n\n", "terms.csv, line 2, column 'term': the term is empty (and 1 more lines)"),
    (b"term,text\ncaf\xe9,b\n", "terms.csv, line 2: the file is not UTF-8 text (byte 0xe9); save it as UTF-8"),
]


@pytest.mark.parametrize(("content", "sentence"), UNUSABLE)
def test_unusable_file_ends_with_two_and_a_sentence(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    result = run(tmp_path, content)

    assert (result.exit_code, result.stderr.strip().splitlines()[-1]) == (2, f"Error: {sentence}")


def test_partly_unusable_file_is_reported_and_ends_with_two(tmp_path: Path) -> None:
    result = run(tmp_path, CLEAN + "a,b\n,x,en\n")

    assert result.exit_code == 2
    assert result.stdout.splitlines() == [
        "UNREADABLE line 3: the row has 2 cells, the header 3",
        "UNREADABLE line 4, column term: the term is empty",
        "1 definitions, 0 errors, 0 warnings, 0 infos; 1 without errors or warnings; 2 lines unreadable",
    ]
    assert "2 of 3 rows of terms.csv could not be read; see the report" in result.stderr


def test_unknown_kind_of_file_ends_with_two(tmp_path: Path) -> None:
    assert run(tmp_path, CLEAN, name="terms.xlsx").exit_code == 2


def test_columns_are_mapped(tmp_path: Path) -> None:
    content = "a,b\nlease,contract by which a dwelling is let\n"

    assert run(tmp_path, content, "--column", "term=a", "--column", "text=b", "--locale", "en").exit_code == 0


@pytest.mark.parametrize("mapping", ["term", "=a", "term="])
def test_malformed_mapping_ends_with_two(tmp_path: Path, mapping: str) -> None:
    result = run(tmp_path, CLEAN, "--column", mapping)

    assert result.exit_code == 2
    assert "is not written as FIELD=HEADER, such as --column term=Begrip" in result.stderr


def test_rules_are_listed() -> None:
    result = CliRunner().invoke(rules_command.rules, [])

    assert result.exit_code == 0
    assert "CNT-01" in result.stdout


def test_rule_is_shown() -> None:
    result = CliRunner().invoke(rules_command.rules, ["frm-07"])

    assert result.exit_code == 0
    assert "Leading verb" in result.stdout


def test_rules_are_narrowed_down() -> None:
    options = ["--group", "frm", "--scope", "text", "--status", "stable", "--format", "json"]

    listed = json.loads(CliRunner().invoke(rules_command.rules, options).stdout)

    assert {(rule["group"], rule["scope"], rule["status"]) for rule in listed} == {("FRM", "TEXT", "STABLE")}
    assert "FRM-07" in [rule["code"] for rule in listed]


def test_one_rule_tells_its_severity_in_every_profile() -> None:
    text = CliRunner().invoke(rules_command.rules, ["FRM-14"]).stdout
    [facts] = json.loads(CliRunner().invoke(rules_command.rules, ["FRM-14", "--format", "json"]).stdout)

    assert "Severity per profile" in text
    assert facts["severities"]["default"] is None
    assert facts["severities"]["iso704"] is not None
    assert {"question", "rationale", "remedy", "examples", "references", "measuredPrecision"} <= facts.keys()


def test_unknown_rule_ends_with_two() -> None:
    result = CliRunner().invoke(rules_command.rules, ["FRM-99"])

    assert result.exit_code == 2
    assert "there is no rule FRM-99; `begrip rules` lists them" in result.stderr
