"""The laws of the house, as tests: what ruff and the import linter cannot say."""

import ast
import io
import tokenize
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from graphql import GraphQLNamedType, is_directive
from graphql.type import is_introspection_type, is_specified_scalar_type

from rules import catalogue
from schema import build

HOUSE = Path(__file__).parent.parent
ROOMS = ("rules", "exchange", "models", "auth", "subscriptions", "cache", "resolvers", "schema", "server")
MODULES = sorted(path.relative_to(HOUSE) for room in ROOMS for path in (HOUSE / room).rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "service", "common", "base", "misc"}
LONGEST_MODULE = 250  # lines
LONGEST_FUNCTION = 40  # lines
Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def text(module: Path) -> str:
    return (HOUSE / module).read_text(encoding="utf-8")


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(text(module))))


def functions(module: Path) -> Iterator[Function]:
    return (node for node in nodes(module) if isinstance(node, FUNCTIONS))


def faults(told: Callable[[Path], Iterable[str]]) -> list[str]:
    """What is told of each module of the house, with the module it is told of."""
    return [f"{module}: {fault}" for module in MODULES for fault in told(module)]


def test_no_import_hides_in_a_function() -> None:
    hidden = faults(
        lambda module: (
            f"{function.name}, line {node.lineno}"
            for function in functions(module)
            for node in ast.walk(function)
            if isinstance(node, ast.Import | ast.ImportFrom)
        )
    )

    assert hidden == []


def test_no_task_is_left_alone() -> None:
    bare = faults(
        lambda module: (
            f"line {node.lineno}"
            for node in nodes(module)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"create_task", "ensure_future"}
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id in {"asyncio", "loop"}
        )
    )

    assert bare == []


def test_a_module_has_a_question_and_answers_it_shortly() -> None:
    assert [module for module in MODULES if module.stem in FORBIDDEN_NAMES] == []
    assert [module for module in MODULES if len(text(module).splitlines()) > LONGEST_MODULE] == []


def test_a_function_does_one_thing() -> None:
    long = faults(
        lambda module: (
            one.name for one in functions(module) if (one.end_lineno or 0) - one.lineno + 1 > LONGEST_FUNCTION
        )
    )

    assert long == []


def comments(module: Path) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text(module)).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def test_nothing_is_unfinished() -> None:
    marked = faults(lambda module: (one for one in comments(module) if "TODO" in one or "FIXME" in one))
    raised = faults(lambda module: (ast.unparse(node) for node in nodes(module) if isinstance(node, ast.Raise)))

    assert marked == []
    assert [one for one in raised if "NotImplementedError" in one] == []


# ── every operation asks permission first ──

WRITES = sorted(
    (module, function.name)
    for module in MODULES
    if module.parts[0] == "resolvers"
    for function in ast.parse(text(module)).body
    if isinstance(function, ast.AsyncFunctionDef)
    and not function.name.startswith("_")
    and any(isinstance(item.context_expr, ast.Call) and ast.unparse(item.context_expr.func) in {"work", "work.work"}
            for node in ast.walk(function) if isinstance(node, ast.AsyncWith) for item in node.items)
)  # fmt: skip
OPEN_TO_ALL = {
    "sign_in",
    "refresh",
    "sign_out",
    "register",
    "first_administrator",
    "create_account",
    "open_by_password",
}
OPEN_TO_ALL |= {"exchange", "renew", "act_alone", "revoke_token"}  # an OAuth client has proved who it is before
"""Operations that a caller without any right may ask for: they check credentials, or the operator's command calls them."""
OF_THE_WORKER = {"step", "relate", "claimed"}
"""Parts of a job or run that somebody was allowed to start."""
ASKING = (
    "if ctx.viewer.is_anonymous:\n    raise Unauthenticated",
    "ctx.viewer.must(",
    "signed_in_id(ctx)",
    "rights.",
    "sessions.signed_in_id(ctx)",
    "_must",
)


@pytest.mark.parametrize(("module", "name"), WRITES, ids=str)
def test_an_operation_asks_permission_before_it_opens_a_transaction(module: Path, name: str) -> None:
    (function,) = [one for one in functions(module) if one.name == name]
    first = next(
        n
        for n, statement in enumerate(function.body)
        if any(isinstance(node, ast.AsyncWith) for node in ast.walk(statement))
    )
    before = " ".join(ast.unparse(statement) for statement in function.body[: first + 1])

    assert name in OPEN_TO_ALL | OF_THE_WORKER or any(phrase in before for phrase in ASKING)


# ── the schema speaks ──

SCHEMA = build.build()._schema
TYPES = [
    kind for kind in SCHEMA.type_map.values() if not is_introspection_type(kind) and not is_specified_scalar_type(kind)
]


def test_everything_in_the_schema_is_described() -> None:
    assert [name for kind in TYPES for name, described in spoken(kind) if not described] == []


def test_every_directive_is_described() -> None:
    assert [one.name for one in SCHEMA.directives if is_directive(one) and not one.description] == []


def spoken(kind: GraphQLNamedType) -> Iterator[tuple[str, str | None]]:
    """Everything that has a name in the type, with its description."""
    yield kind.name, kind.description
    for name, value in getattr(kind, "values", {}).items():
        yield f"{kind.name}.{name}", value.description
    for name, field in getattr(kind, "fields", {}).items():
        yield f"{kind.name}.{name}", field.description
        for argument, given in getattr(field, "args", {}).items():
            yield f"{kind.name}.{name}({argument})", given.description


# ── the catalogue ──


def test_a_rule_shows_what_it_marks_and_what_it_leaves() -> None:
    shown = {rule.code: {example.is_compliant for example in rule.examples} for rule in catalogue.rules()}

    assert [code for code, kinds in shown.items() if kinds != {True, False}] == []
