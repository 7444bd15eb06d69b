"""The encoder that a study's kernels ask for, and what its vectors depend on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.environment import FAST

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.embedding.encoder import Encoder
    from analysis.models import Model

TEXTS_AT_ONCE = {"compatible": 16, "native": 16}
FAST_TEXTS_AT_ONCE = 8192


@dataclass(frozen=True, slots=True)
class Chosen:
    """An encoder by its model and kernels, not yet loaded.

    Attributes:
        model: a checked folder.
        kernels: compatible, native, float32, bfloat16 or int8 (see `environment.KERNELS`).
        folder: where fast kernels keep what they measure once; none keeps nothing.
    """

    model: Model
    kernels: str
    folder: Path | None = None

    @property
    def fingerprint(self) -> str:
        """What a vector depends on beside its text.

        For the fast kernels also the version of openvino and the instructions of this processor, since another one
        rounds otherwise; of torch's own ones only their name, since a study's vectors are kept with the study.

        Raises:
            EncoderError: openvino is asked for and not installed.
        """
        if self.kernels == "compatible":
            return self.model.fingerprint
        if self.kernels == "native":
            return f"{self.model.fingerprint} native"
        from analysis.embedding import quantised
        from analysis.embedding.processor import instructions, version

        made = quantised.fingerprint() if self.kernels == "int8" else ""
        return f"{self.model.fingerprint} {self.kernels} {version()} {instructions()} {made}".rstrip()

    @property
    def texts_at_once(self) -> int:
        """Texts to hand to the encoder in one call: enough to put those of one length together, few enough to lose."""
        return TEXTS_AT_ONCE.get(self.kernels, FAST_TEXTS_AT_ONCE)

    def load(self, workers: int) -> Encoder:
        """The encoder, ready to read with so many threads.

        Raises:
            EncoderError: it cannot be loaded, or not with these kernels.
        """
        if self.kernels in FAST:
            from analysis.embedding.fast import FastEncoder

            return FastEncoder(self.model, kernels=self.kernels, workers=workers, kept=self.folder)
        from analysis.embedding.transformer import TransformerEncoder

        return TransformerEncoder(self.model, workers=workers, padded=self.kernels == "compatible")
