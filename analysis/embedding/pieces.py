"""Texts to word pieces, through the tokenizer's own file: no torch, no transformers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.embedding.windows import windows
from analysis.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.embedding.windows import Window
    from analysis.models import Model

FILE = "tokenizer.json"


class Pieces:
    """Cuts texts into windows of word pieces.

    Args:
        model: a checked folder.
        longest: word pieces that the encoder reads at once, the special ones among them.

    Raises:
        EncoderError: the folder has no tokenizer that can be read.
    """

    def __init__(self, model: Model, longest: int) -> None:
        from tokenizers import Tokenizer

        path = model.folder / FILE
        try:
            self._tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
        except Exception as error:  # noqa: BLE001 - the library raises Exception itself
            problem = f"the tokenizer of {model.name!r} cannot be read ({str(error).splitlines()[0]})"
            raise EncoderError(problem, where=path, remedy='choose kernels = "native"') from None
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.before, self.after = self._special()
        self._room = longest - len(self.before) - len(self.after)

    def windows(self, texts: Sequence[str]) -> list[list[Window]]:
        """The windows of each text, all texts read at once."""
        read = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [self._cut(text, found.ids) for text, found in zip(texts, read, strict=True)]

    def ids(self, window: Window) -> list[int]:
        """The word pieces of a window between the special ones."""
        return [*self.before, *window.tokens, *self.after]

    def _cut(self, text: str, whole: list[int]) -> list[Window]:
        """The windows of a text whose word pieces are known."""
        return windows(text, lambda part: whole if part is text else self._bare(part), self._room)

    def _bare(self, text: str) -> list[int]:
        """Word pieces of a text, without special ones."""
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    def _special(self) -> tuple[list[int], list[int]]:
        """What the tokenizer puts before a text and after it."""
        bare, full = self._bare("a"), self._tokenizer.encode("a").ids
        start = next(i for i in range(len(full)) if full[i : i + len(bare)] == bare)
        return full[:start], full[start + len(bare) :]
