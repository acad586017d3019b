"""What all rules say of the rows of one file, as one glossary: text, entry, neighbours and the whole."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from exchange.rows import ImportRow, RowProblem
from models.keys import term_key
from rules import engine
from rules.entry import Context, Designation, Entry, Source
from rules.kit import Category, ContextKind, DesignationForm, DesignationKind, RelationKind
from rules.marks import Report
from rules.profiles import Profile
from rules.web import reports
from rules.web.item import Item, Relation
from rules.web.web import Web
from server.cli.check_report import Checked


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every row that could be read with its whole report, in order, and the problems of the others."""

    checked: Sequence[Checked]
    problems: Sequence[RowProblem]


@dataclass(frozen=True, slots=True)
class _Read:
    line: int
    item: Item
    report: Report


def check(rows: Iterable[ImportRow | RowProblem], profile: Profile, *, locale: str | None) -> Outcome:
    """The outcome; `locale` is the language of rows that name none. The rows are taken once, and all kept in memory."""
    read, problems, names = list[_Read](), list[RowProblem](), Counter[str]()
    for row in rows:
        spoken = None if isinstance(row, RowProblem) else row.locale or locale
        if isinstance(row, RowProblem):
            problems.append(row)
        elif spoken is None:
            problems.append(RowProblem(row.line, "the row names no language; add a column for it, or give --locale"))
        else:
            item = _item(row, _entry(row, spoken), names)
            read.append(_Read(row.line, item, engine.check(item.entry, profile)))
    return Outcome(list(_whole(read, profile)), problems)


def _whole(read: Sequence[_Read], profile: Profile) -> Iterator[Checked]:
    web = Web(profile)
    web.put(one.item for one in read)
    for one in read:
        report = reports.merged(one.report, web.findings(one.item.id), profile, one.item.entry)
        # A hundred thousand rows: what each rule adds to the score is not reported.
        yield Checked(one.line, one.item.entry, replace(report, contributions=()), one.item.id)


def _item(row: ImportRow, entry: Entry, names: Counter[str]) -> Item:
    """The row as a definition of a glossary; its name is the same in every run over the same rows, whatever their lines."""
    contexts = sorted(f"{context.kind}:{term_key(context.name)}" for context in entry.contexts)
    name = " | ".join([row.concept or term_key(entry.term), entry.locale, *contexts])
    names[name] += 1
    identity = name if names[name] == 1 else f"{name} #{names[name]}"
    return Item(
        id=identity,
        entry=entry,
        concept=row.concept or identity,
        relations=tuple(Relation(RelationKind(one.kind), one.target) for one in row.relations),
        notations=row.notations,
    )


def _entry(row: ImportRow, locale: str) -> Entry:
    return Entry(
        term=row.term,
        text=row.text,
        locale=locale,
        category=None if row.category is None else Category(row.category),
        contexts=tuple(Context(ContextKind(item.kind), item.name) for item in row.contexts),
        designations=tuple(
            Designation(item.text, DesignationKind(item.kind), DesignationForm(item.form)) for item in row.designations
        ),
        sources=tuple(Source(item.title, item.url, item.locator) for item in row.sources),
        explanation=row.explanation,
        examples=row.examples,
        notes=row.notes,
    )
