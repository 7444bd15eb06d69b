"""The codebook: what each frame is, what does not count as it, and the sentences that stand for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis import toml
from analysis.errors import SettingsError

FOLDER = Path(__file__).parent / "codebook"
FAMILIES = ("generic", "policy")
"""The five generic news frames, and the fifteen dimensions of the Policy Frames Codebook."""

OTHER = "pfc_other"


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame.

    Attributes:
        name: what tables call it.
        title: what readers see.
        family: "generic" or "policy".
        definition: what it is.
        questions: a yes to one of them speaks for it.
        excludes: what does not count as it, near as it may be.
        kin: frames so near that their seeds do not count against it.
        issues: the issue of each seed; every frame has the same.
        seeds: a sentence in this frame for each issue.
    """

    name: str
    title: str
    family: str
    definition: str
    questions: tuple[str, ...]
    excludes: tuple[str, ...]
    kin: tuple[str, ...]
    issues: tuple[str, ...]
    seeds: tuple[str, ...]

    @property
    def full_title(self) -> str:
        """The title with the family, which tells frames of the same name apart."""
        return f"{self.title.removesuffix(f' ({self.family})')} ({self.family} frame)"


@dataclass(frozen=True, slots=True)
class Codebook:
    """All frames, and plain reporting that counts against every one.

    Attributes:
        frames: the generic frames, then the policy frames.
        plain: sentences that no frame claims.
        sources: the paper of each family.
    """

    frames: tuple[Frame, ...]
    plain: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The frames' names, in order."""
        return tuple(frame.name for frame in self.frames)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All seeds, frame by frame, then plain reporting."""
        return (*(seed for frame in self.frames for seed in frame.seeds), *self.plain)

    @property
    def owners(self) -> tuple[str, ...]:
        """The frame of each of `sentences`; "" for plain reporting."""
        return (*(frame.name for frame in self.frames for _ in frame.seeds), *("" for _ in self.plain))

    def frame(self, name: str) -> Frame:
        """The frame called `name`.

        Raises:
            KeyError: the codebook has none of this name.
        """
        return {frame.name: frame for frame in self.frames}[name]


@cache
def codebook() -> Codebook:
    """The packaged codebook, read once.

    Raises:
        SettingsError: a file lacks an entry, two frames share a seed, or the frames' issues differ.
    """
    given = {family: toml.parse(FOLDER / f"{family}.toml") for family in FAMILIES}
    frames = tuple(
        _frame(name, family, fields)
        for family in FAMILIES
        for name, fields in given[family]["frames"].items()
    )
    plain = toml.parse(FOLDER / "plain.toml")
    sentences = tuple(sentence for part in plain.values() for sentence in part.values())
    sources = tuple((family, str(given[family]["source"])) for family in FAMILIES)
    return check(Codebook(frames, sentences, sources))


def check(book: Codebook) -> Codebook:
    """The codebook when it is whole.

    Raises:
        SettingsError: an entry is empty, a seed stands twice, a kin is unknown, or the frames' issues differ.
    """
    doubled = next((one for one in book.sentences if book.sentences.count(one) > 1), None)
    if doubled is not None:
        raise SettingsError(f"the seed {doubled!r} stands twice", where=FOLDER, remedy="write another")
    for frame in book.frames:
        where = f"{FOLDER}: {frame.name}"
        if not all((frame.definition, frame.questions, frame.excludes, frame.seeds)):
            raise SettingsError("an entry is empty", where=where, remedy="fill it in")
        if frame.issues != book.frames[0].issues:
            remedy = "give every frame a seed for every issue, in one order"
            raise SettingsError("its issues differ from the first frame's", where=where, remedy=remedy)
        unknown = next((name for name in frame.kin if name not in book.names), None)
        if unknown is not None:
            raise SettingsError(f"unknown kin {unknown!r}", where=where, remedy="name a frame")
    return book


def _frame(name: str, family: str, fields: dict[str, Any]) -> Frame:
    """One frame from its entry."""
    try:
        lists = {key: tuple(fields[key]) for key in ("questions", "excludes", "kin")}
        seeds = fields["seeds"]
        title, definition = str(fields["title"]), str(fields["definition"])
    except KeyError as error:
        raise SettingsError(
            f"the key {error} is missing", where=f"{FOLDER}: {name}", remedy="add it"
        ) from None
    return Frame(
        name=name, family=family, title=title, definition=definition, questions=lists["questions"],
        excludes=lists["excludes"], kin=lists["kin"], issues=tuple(seeds), seeds=tuple(seeds.values()),
    )  # fmt: skip
