"""A TOML file made a frozen dataclass: every key known and every value of its field's type, or a complaint."""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import math
import tomllib
import types
import typing
from typing import Any

from analysis.errors import SettingsError, shown

if typing.TYPE_CHECKING:
    from pathlib import Path

DEEPEST = 100
"""Parts of a dotted key; `tomllib` takes a time that grows with the square of their number."""

LARGEST = 2**63
"""Whole numbers below it, and above its negative, are all that TOML promises to keep."""


def parse(path: Path) -> dict[str, Any]:
    """The parsed TOML of a file.

    Raises:
        SettingsError: it is missing, no UTF-8 text or no TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(
            "not found", where=path, remedy=f"name a folder that holds a {path.name}"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read ({error})", where=path, remedy="save it as UTF-8 text") from None
    if _is_deep(text):
        remedy = "write tables as [table]"
        raise SettingsError(f"has a key of more than {DEEPEST} parts", where=path, remedy=remedy)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"is not valid TOML: {error}", where=path, remedy="mend that line") from None
    except ValueError:  # Python makes no number of thousands of digits
        raise SettingsError("has a number of too many digits", where=path, remedy="shorten it") from None
    except RecursionError:
        raise SettingsError("nests lists or tables too deeply", where=path, remedy="flatten them") from None


def _is_deep(text: str) -> bool:
    """Whether a text has more than `DEEPEST` words in a row with a dot between each two, as only a deep key has."""
    run = 0
    for part in text.split("."):
        word = part.strip(" \t")
        is_quoted = word[:1] in {'"', "'"} and word[-1:] == word[:1]
        run = run + 1 if word and "\n" not in word and (is_quoted or len(word.split()) == 1) else 0
        if run > DEEPEST:
            return True
    return False


def build(kind: Any, given: Any, path: Path, key: str) -> Any:  # noqa: ANN401 - the value's type is `kind`
    """An instance of the settings class `kind` from a TOML table; every complaint names file and key.

    Raises:
        SettingsError: a key is unknown or missing, or a value is of another type than its field.
    """
    where = f"{path}: {key}" if key else str(path)
    if not isinstance(given, dict):
        raise SettingsError(f"expected a table, found {shown(given)}", where=where, remedy=f"write [{key}]")
    hints = typing.get_type_hints(kind)
    _check_names(given, hints, where)
    for item in dataclasses.fields(kind):
        if item.name not in given and not _has_default(item):
            raise SettingsError(f"the key {item.name!r} is missing", where=where, remedy="add it")
    prefix = f"{key}." if key else ""
    return kind(**{name: _value(hints[name], value, path, prefix + name) for name, value in given.items()})


def _check_names(given: dict[str, Any], known: dict[str, Any], where: str) -> None:
    """Complain about the first unknown key, with the known one nearest to it."""
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            remedy = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(sorted(known))}"
            raise SettingsError(f"unknown key {shown(name)}", where=where, remedy=remedy)


def _has_default(item: dataclasses.Field[Any]) -> bool:
    """Whether a field may be left out."""
    return item.default is not dataclasses.MISSING or item.default_factory is not dataclasses.MISSING


def _value(hint: Any, value: Any, path: Path, key: str) -> Any:  # noqa: ANN401 - converts by the field's own type
    """`value` as the type `hint`, or a complaint that names the key."""
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        hint = next(option for option in typing.get_args(hint) if option is not type(None))
    if dataclasses.is_dataclass(hint):
        return build(hint, value, path, key)
    if typing.get_origin(hint) is tuple:
        return _tuple(typing.get_args(hint)[0], value, path, key)
    if hint is str and isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if hint is float and isinstance(value, int) and not isinstance(value, bool) and abs(value) < LARGEST:
        return float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        problem = f"expected {hint.__name__}, found {shown(value)}"
        raise SettingsError(problem, where=f"{path}: {key}", remedy="mend the value")
    if (hint is int and abs(value) >= LARGEST) or (hint is float and not math.isfinite(value)):
        problem = f"{shown(value)} is no number that can be used"
        raise SettingsError(problem, where=f"{path}: {key}", remedy="use a smaller one")
    return value


def _tuple(item: Any, value: Any, path: Path, key: str) -> tuple[Any, ...]:  # noqa: ANN401 - see `_value`
    """A TOML array as a tuple of `item`s; entries are numbered from 1 in complaints."""
    if not isinstance(value, list):
        raise SettingsError(
            f"expected a list, found {shown(value)}",
            where=f"{path}: {key}",
            remedy="write [ ... ]",
        )
    return tuple(_value(item, entry, path, f"{key}[{number}]") for number, entry in enumerate(value, start=1))
