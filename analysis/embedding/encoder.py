"""What the study asks of an encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """Turns texts into vectors. Anything with this one method will do."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector per text, shape (texts, dimensions), of length 1.

        A vector must depend on its text alone, never on the other texts or their order: it is stored by its text.
        """
        ...
