"""The axes: pairs of opposites, each pole given by words and short sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis import toml
from analysis.errors import SettingsError

FILE = Path(__file__).parent / "axes.toml"


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis.

    Attributes:
        name: what tables call it, as "safe-threatening".
        poles: the names of the first pole (below 0) and the second (above 0).
        first: what gives the first pole.
        second: what gives the second pole.
        check_first: sentences that should fall on the first side; they never enter the axis.
        check_second: the same for the second.
    """

    name: str
    poles: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    check_first: tuple[str, ...]
    check_second: tuple[str, ...]


@cache
def axes() -> tuple[Axis, ...]:
    """The packaged axes, read once.

    Raises:
        SettingsError: an entry is missing, the poles are not two, or a text stands on two sides.
    """
    given = toml.parse(FILE)["axes"]
    return tuple(
        check(toml.build(Axis, {"name": name, **fields}, FILE, f"axes.{name}"))
        for name, fields in given.items()
    )


def check(axis: Axis) -> Axis:
    """The axis when it is whole.

    Raises:
        SettingsError: its poles are not two or not as long as each other, or a text stands on two sides.
    """
    where, remedy = f"{FILE}: axes.{axis.name}", "mend the entry"
    if len(axis.poles) != 2:  # noqa: PLR2004 - an axis has two ends
        raise SettingsError(f"has {len(axis.poles)} poles", where=where, remedy=remedy)
    if not axis.first or len(axis.first) != len(axis.second):
        raise SettingsError("the poles are not of equal length", where=where, remedy=remedy)
    texts = (*axis.first, *axis.second, *axis.check_first, *axis.check_second)
    doubled = next((text for text in texts if texts.count(text) > 1), None)
    if doubled is not None:
        raise SettingsError(f"{doubled!r} stands twice", where=where, remedy=remedy)
    return axis
