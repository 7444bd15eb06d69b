"""Every regular expression of the package: those of modules, those made while a function runs, those written inline."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import analysis
from analysis.choices import Actor, Outlet
from analysis.compare.words import outlet_names
from analysis.framing.targets.descriptions import Descriptions
from analysis.framing.targets.names import Names
from analysis.report import word_evidence
from analysis.topics.terms import Vocabulary
from analysis.validation import outlets as validation_outlets

METHODS = frozenset({"search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"})
ROOT = Path(analysis.__file__).parent

_ACTORS = (
    Actor("Donald Trump", kind="person", aliases=("Trump", "D. J. Trump")),
    Actor(
        "Côte d'Ivoire", kind="state", aliases=("the West", "U.S."), descriptions=("the big bloc", "the bloc")
    ),
)
MADE = {
    "analysis.compare.words.outlet_names": outlet_names(
        [Outlet("The Herald Post", ("Herald",)), Outlet("a")]
    ),
    "analysis.framing.targets.names.alternatives": Names(_ACTORS)._pattern,
    "analysis.framing.targets.names.alternatives, of descriptions": Descriptions(_ACTORS)._pattern,
    "analysis.report.word_evidence.pattern": word_evidence.pattern("big bloc's aim"),
    "analysis.topics.terms.__post_init__": Vocabulary(("The Herald Post", "Herald", "a"))._names,
    "analysis.validation.outlets._naming": validation_outlets._naming("Donald Trump"),
}
"""An example of each expression that a function makes of names or words, by the function."""


@dataclass(frozen=True, slots=True)
class Used:
    """A regular expression, where it stands, and the methods that are called on it."""

    where: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


@cache
def every_pattern() -> tuple[Used, ...]:
    """Every regular expression of the package, each once, at the first of its places."""
    named = [
        Used(where, pattern, _methods_of(module.__name__, where.removeprefix(f"{module.__name__}.")))
        for module in _modules()
        for where, pattern in _patterns_of(module)
    ]
    inline = [
        Used(where, pattern, _called(method)) for where, method, pattern in _inline() if pattern is not None
    ]
    made = [Used(where, pattern, METHODS) for where, pattern in MADE.items() if pattern is not None]
    together: dict[re.Pattern[str], Used] = {}
    for used in sorted([*named, *inline, *made], key=lambda used: used.where):
        first = together.setdefault(used.pattern, used)
        together[used.pattern] = dataclasses.replace(first, methods=first.methods | used.methods)
    return tuple(together.values())


def _called(method: str) -> frozenset[str]:
    """What may be called on an expression that a call of `re` is given."""
    return METHODS if method == "compile" else frozenset({method})


def made_by_functions() -> set[str]:
    """The functions that make an expression of what they are given."""
    return {where for where, _, pattern in _inline() if pattern is None}


def _modules() -> Iterator[ModuleType]:
    """All modules of the package, save the one that runs when it is imported."""
    for found in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _patterns_of(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The expressions among a module's own names, and in the records and collections there."""
    for name, value in vars(module).items():
        if name.startswith("__"):
            continue
        for inner, found in _inside(value):
            if isinstance(found, re.Pattern) and isinstance(found.pattern, str):
                yield f"{module.__name__}.{name}{inner}", found


def _inside(value: object) -> Iterator[tuple[str, object]]:
    """A value, and what it holds where it is a record or a collection."""
    yield "", value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from ((f".{item.name}", getattr(value, item.name, None)) for item in dataclasses.fields(value))
    elif isinstance(value, dict):
        yield from ((f"[{key!r}]", item) for key, item in value.items())
    elif isinstance(value, list | tuple):
        yield from ((f"[{at}]", item) for at, item in enumerate(value))


@cache
def _trees() -> dict[str, ast.Module]:
    """The source of every module, parsed."""
    files = sorted(ROOT.rglob("*.py"))
    names = [".".join(("analysis", *path.relative_to(ROOT).with_suffix("").parts)) for path in files]
    return {
        name: ast.parse(path.read_text(encoding="utf-8")) for name, path in zip(names, files, strict=True)
    }


def _methods_of(module: str, name: str) -> frozenset[str]:
    """The methods that are called on a name: in its own module where it is private, anywhere where it is not.

    All of them where it is handed on, in a call, a collection or a loop: what is called on it then has another name.
    """
    modules = [module] if name[0] == "_" else list(_trees())
    called = {method for one in modules for owner, method in _uses(one)[0] if owner == name}
    given = any(name in _uses(one)[1] for one in modules)
    return METHODS if given or not called else frozenset(called)


@cache
def _uses(module: str) -> tuple[set[tuple[str, str]], set[str]]:
    """In a module, the names with the methods of expressions that are called on them, and those that are handed on."""
    called, given = set(), set()
    for node in ast.walk(_trees()[module]):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            called.add((_name(node.value), node.attr))
        if isinstance(node, ast.Call | ast.Tuple | ast.List | ast.Dict | ast.For | ast.IfExp | ast.Return):
            given |= set(map(_name, ast.iter_child_nodes(node)))
    return called, given


def _name(node: ast.AST) -> str:
    """The last part of a name; "" of what is none."""
    return str(getattr(node, "id", getattr(node, "attr", "")))


def _inline() -> Iterator[tuple[str, str, re.Pattern[str] | None]]:
    """Every call of `re` inside a function: where, the method, and the expression where it is written there."""
    for module, tree in _trees().items():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and _calls_re(node):
                        yield f"{module}.{function.name}", node.func.attr, _written(node)  # type: ignore[attr-defined]


def _calls_re(node: ast.Call) -> bool:
    """Whether a call is one of the functions of `re` that take an expression."""
    function = node.func
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in METHODS | {"compile"}
    )


def _written(node: ast.Call) -> re.Pattern[str] | None:
    """The expression that a call of `re` is given, where it is a plain text."""
    first = node.args[0]
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return None
    flags = next((word.value for word in node.keywords if word.arg == "flags"), None)
    number = eval(ast.unparse(flags), {"re": re}) if flags is not None else 0  # noqa: S307 - flags of our own code
    return re.compile(first.value, number)
