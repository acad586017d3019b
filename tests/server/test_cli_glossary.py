"""`begrip check` over a whole glossary: neighbours, baselines, what fails a pipeline, annotations of a workflow."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rules import catalogue
from rules.kit import RuleScope
from server.cli import check as check_command

CIRCLE = "term,definition,language\nlease,contract on a tenancy,en\ntenancy,right under a lease,en\n"
WARNING = "term,definition,language\nlease,vehicle such as a bus,en\n"
ERROR = "huurder,persoon die huurder is,nl\n"
CI = Path(__file__).parents[2] / "docs" / "ci.md"


def run(file: Path, content: str, *options: str) -> Result:
    file.write_text(content, encoding="utf-8")
    return CliRunner().invoke(check_command.check, [str(file), *options])


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    return tmp_path / "terms.csv"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "baseline.json"


def codes(result: Result) -> set[str]:
    document = json.loads(result.stdout)
    return {finding["rule"] for entry in document["entries"] for finding in entry["findings"]}


def test_rules_that_see_the_whole_glossary_judge_the_file(terms: Path) -> None:
    result = run(terms, CIRCLE, "--format", "json")
    seen = {rule.scope for rule in catalogue.rules() if rule.code in codes(result)}

    assert "GLO-01" in codes(result)
    assert seen & {RuleScope.NEIGHBOURS, RuleScope.GLOSSARY}


def test_relations_of_a_linked_data_file_are_judged(tmp_path: Path) -> None:
    turtle = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix x: <https://example.org/> .
    x:a a skos:Concept ; skos:prefLabel "lease"@en ; skos:definition "contract on a dwelling"@en ; skos:broader x:b .
    x:b a skos:Concept ; skos:prefLabel "deed"@en ; skos:definition "document with a signature"@en ; skos:broader x:a .
    """

    found = codes(run(tmp_path / "terms.ttl", turtle, "--format", "json", "--profile", "skos-strict"))

    assert any(code.startswith("REL-") for code in found)


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_what_fails_is_chosen(terms: Path, level: str, code: int) -> None:
    assert run(terms, WARNING, "--fail-on", level).exit_code == code


def test_nothing_fails_when_never_is_asked(terms: Path) -> None:
    assert run(terms, WARNING + ERROR, "--fail-on", "never").exit_code == 0


def test_a_baseline_is_written_and_accepts_what_is_there(terms: Path, kept: Path) -> None:
    written = run(terms, WARNING + ERROR, "--write-baseline", str(kept))
    again = run(terms, WARNING + ERROR, "--baseline", str(kept), "--fail-on", "warning")

    assert (written.exit_code, again.exit_code) == (0, 0)
    assert again.stdout.splitlines()[-1].startswith("against the baseline: 0 new, ")
    assert "CNT-01" not in again.stdout


def test_a_new_finding_fails_wherever_its_line_moved_and_resolved_ones_are_counted(terms: Path, kept: Path) -> None:
    run(terms, WARNING, "--write-baseline", str(kept))

    moved = run(terms, WARNING.replace("en\n", "en\n" + ERROR, 1).replace("lease", "lease", 1), "--baseline", str(kept))
    mended = run(
        terms, "term,definition,language\nlease,contract by which a dwelling is let,en\n", "--baseline", str(kept)
    )

    assert moved.exit_code == 1
    assert "CNT-01" in moved.stdout
    assert "CNT-08" not in moved.stdout
    assert mended.exit_code == 0
    assert re.search(r"0 new, 0 known, [1-9]\d* resolved", mended.stdout)


def test_a_report_serves_as_a_baseline(terms: Path, kept: Path) -> None:
    kept.write_text(run(terms, WARNING + ERROR, "--format", "json").stdout, encoding="utf-8")

    result = run(terms, WARNING + ERROR, "--baseline", str(kept), "--format", "json")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["totals"]["new"] == 0


@pytest.mark.parametrize("content", ["", "{", "[]", '{"entries": [1]}', '{"entries": [{"id": "x"}]}', '{"entries": 1}'])
def test_a_corrupt_baseline_ends_with_two_and_a_sentence(terms: Path, kept: Path, content: str) -> None:
    kept.write_text(content, encoding="utf-8")

    result = run(terms, WARNING, "--baseline", str(kept))

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith(
        "Error: baseline.json is no baseline; write one with --write-baseline"
    )


def test_a_baseline_that_is_not_there_ends_with_two(terms: Path, kept: Path) -> None:
    assert run(terms, WARNING, "--baseline", str(kept)).exit_code == 2


def test_annotations_name_file_line_and_rule_and_begin_no_command_of_the_file(terms: Path) -> None:
    evil = 'term,definition,language\n"a%0A::error::x",vehicle such as a bus,en\n,nothing,en\n'

    lines = run(terms, evil, "--format", "github").stdout.splitlines()

    assert (
        f"::warning file={terms},line=2,title=CNT-08 Example inside::a%250A::error::x: ‘such as’ announces an example."
        in lines
    )
    assert any(line.startswith(f"::error file={terms},line=3,title=unreadable::") for line in lines)
    assert sum(line.startswith("::") for line in lines) == len(lines) - 1


def test_the_documented_workflow_runs(terms: Path, kept: Path) -> None:
    [workflow] = [
        block
        for block in re.findall(r"```yaml\n(.*?)```", CI.read_text(encoding="utf-8"), re.DOTALL)
        if "jobs:" in block
    ]
    commands = re.findall(r"^ +- run: (.+)$", workflow, re.MULTILINE)
    [checked] = [one.split() for one in commands if one.startswith("begrip check")]
    run(terms, WARNING, "--write-baseline", str(kept))
    places = {"terms.csv": str(terms), "baseline.json": str(kept)}

    result = CliRunner().invoke(check_command.check, [places.get(word, word) for word in checked[2:]])

    assert re.match(r"name: .+\non:\n", workflow)
    assert "\t" not in workflow
    assert result.exit_code == 0
    assert "0 new" in result.stdout
