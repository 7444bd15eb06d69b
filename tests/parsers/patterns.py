"""Every regular expression of the package: those of modules, those made while a function runs, those written inline."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import analysis
from analysis.choices import Actor, Outlet

METHODS = frozenset({"search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"})
ROOT = Path(analysis.__file__).parent


@dataclass(frozen=True, slots=True)
class Used:
    """A regular expression, where it stands, and the methods that are called on it."""

    where: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


def modules() -> list[str]:
    """The modules of the package that can make an expression, by name; they are read and not imported."""
    return [name for name, path in _files().items() if "import re\n" in path.read_text(encoding="utf-8")]


def patterns_of(module: str) -> list[Used]:
    """Every expression of a module: those that it holds, and those that its functions write out."""
    held = _held(importlib.import_module(module))
    named = [Used(f"{module}.{name}", pattern, _methods_of(module, name)) for name, pattern in held]
    written = [Used(where, pattern, _called(method)) for where, method, pattern in _inline(module) if pattern]
    return [*named, *written]


def _called(method: str) -> frozenset[str]:
    """What may be called on an expression that a call of `re` is given."""
    return METHODS if method == "compile" else frozenset({method})


def made_by_functions() -> set[str]:
    """The functions that make an expression of what they are given."""
    return {where for module in modules() for where, _, pattern in _inline(module) if pattern is None}


def made() -> dict[str, re.Pattern[str]]:
    """An example of each expression that a function makes of names or words, by the function."""
    from analysis.compare.words import outlet_names
    from analysis.figures import legible
    from analysis.framing.targets.descriptions import Descriptions
    from analysis.framing.targets.names import Names
    from analysis.report import word_evidence
    from analysis.topics.terms import Vocabulary
    from analysis.validation import outlets

    described = ("the big bloc", "the bloc")
    actors = (
        Actor("Donald Trump", kind="person", aliases=("Trump", "D. J. Trump")),
        Actor("Côte d'Ivoire", kind="state", aliases=("the West", "U.S."), descriptions=described),
    )
    names = Vocabulary(("The Herald Post", "Herald", "a"))._names
    assert names is not None
    return {
        "analysis.compare.words.outlet_names": outlet_names(
            [Outlet("The Herald Post", ("Herald",)), Outlet("a")]
        ),
        "analysis.figures.legible._floods": legible._floods(),
        "analysis.framing.targets.names.alternatives": Names(actors)._pattern,
        "analysis.framing.targets.names.alternatives, of descriptions": Descriptions(actors)._pattern,
        "analysis.report.word_evidence.pattern": word_evidence.pattern("big bloc's aim"),
        "analysis.topics.terms.__post_init__": names,
        "analysis.validation.outlets._naming": outlets._naming("Donald Trump"),
    }


def _held(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The expressions among a module's own names, and in the records and collections there."""
    for name, value in vars(module).items():
        if name.startswith("__"):
            continue
        for inner, found in _inside(value):
            if isinstance(found, re.Pattern) and isinstance(found.pattern, str):
                yield f"{name}{inner}", found


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
def _files() -> dict[str, Path]:
    """The file of every module, by its name."""
    paths = sorted(ROOT.rglob("*.py"))
    return {".".join(("analysis", *path.relative_to(ROOT).with_suffix("").parts)): path for path in paths}


@cache
def _tree(module: str) -> ast.Module:
    """The source of a module, parsed."""
    return ast.parse(_files()[module].read_text(encoding="utf-8"))


def _methods_of(module: str, name: str) -> frozenset[str]:
    """The methods that are called on a name: in its own module where it is private, anywhere where it is not.

    All of them where it is handed on, in a call, a collection or a loop: what is called on it then has another name.
    """
    places = [module] if name[0] == "_" else list(_files())
    called = {method for one in places for owner, method in _uses(one)[0] if owner == name}
    given = any(name in _uses(one)[1] for one in places)
    return METHODS if given or not called else frozenset(called)


@cache
def _uses(module: str) -> tuple[set[tuple[str, str]], set[str]]:
    """In a module, the names with the methods of expressions that are called on them, and those that are handed on."""
    called, given = set(), set()
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            called.add((_name(node.value), node.attr))
        if isinstance(node, ast.Call | ast.Tuple | ast.List | ast.Dict | ast.For | ast.IfExp | ast.Return):
            given |= set(map(_name, ast.iter_child_nodes(node)))
    return called, given


def _name(node: ast.AST) -> str:
    """The last part of a name; "" of what is none."""
    return str(getattr(node, "id", getattr(node, "attr", "")))


def _inline(module: str) -> Iterator[tuple[str, str, re.Pattern[str] | None]]:
    """Every call of `re` inside a function: where, the method, and the expression where it is written there."""
    for function in ast.walk(_tree(module)):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and _calls_re(node.func)
                ):
                    yield f"{module}.{function.name}", node.func.attr, _written(node)


def _calls_re(function: ast.Attribute) -> bool:
    """Whether what is called is one of the functions of `re` that take an expression."""
    is_re = isinstance(function.value, ast.Name) and function.value.id == "re"
    return is_re and function.attr in METHODS | {"compile"}


def _written(node: ast.Call) -> re.Pattern[str] | None:
    """The expression that a call of `re` is given, where it is a plain text."""
    first = node.args[0]
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return None
    flags = next((word.value for word in node.keywords if word.arg == "flags"), None)
    number = eval(ast.unparse(flags), {"re": re}) if flags is not None else 0  # noqa: S307 - flags of our own code
    return re.compile(first.value, number)
