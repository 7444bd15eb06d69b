"""Parts that the trained network is read with.

Products are OpenBLAS's, through numpy: torch's are MKL's, whose reproducible kernels take three times as long. All else
is torch's, whose kernels are pinned too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray


class Linear:
    """Rows times a matrix, plus a bias.

    Args:
        weight: shape (outputs, inputs).
        bias: shape (outputs,).
    """

    def __init__(self, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> None:
        self._across = np.ascontiguousarray(weight.T)
        self._bias = torch.from_numpy(np.ascontiguousarray(bias))

    def __call__(self, rows: Tensor) -> Tensor:
        """The products, shape (rows, outputs)."""
        return torch.from_numpy(rows.numpy() @ self._across).add_(self._bias)


@dataclass(frozen=True, slots=True)
class Norm:
    """Layer normalisation."""

    weight: Tensor
    bias: Tensor
    epsilon: float

    def __call__(self, rows: Tensor) -> Tensor:
        """Rows of mean 0 and deviation 1, scaled and moved."""
        return functional.layer_norm(rows, self.weight.shape, self.weight, self.bias, self.epsilon)


class Weights:
    """Trained weights, taken by name; knows which were never asked for."""

    def __init__(self, given: Mapping[str, NDArray[np.float32]]) -> None:
        self._given = given
        self._unread = set(given)

    @property
    def unread(self) -> frozenset[str]:
        """Names that nothing asked for."""
        return frozenset(self._unread)

    def array(self, name: str) -> NDArray[np.float32]:
        """One array.

        Raises:
            KeyError: there is none of this name.
        """
        self._unread.discard(name)
        return self._given[name]

    def tensor(self, name: str) -> Tensor:
        """The same as a tensor."""
        return torch.from_numpy(np.ascontiguousarray(self.array(name)))

    def linear(self, *names: str) -> Linear:
        """A layer, or several that read the same rows, side by side."""
        return Linear(
            np.concatenate([self.array(f"{name}.weight") for name in names]),
            np.concatenate([self.array(f"{name}.bias") for name in names]),
        )

    def norm(self, name: str, epsilon: float) -> Norm:
        """A normalisation."""
        return Norm(self.tensor(f"{name}.weight"), self.tensor(f"{name}.bias"), epsilon)
