"""The network: the bundled encoder's layers, trained on, and a head that reads the target in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from analysis.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.framing.stance.inputs import Input

CLASSES = 3
"""Negative, neutral, positive."""
DROPOUT = 0.1


class StanceNetwork(nn.Module):
    """Logits of the stance toward the target of each sentence.

    The mean of the target's last layer, the mean of the sentence's and the first piece's are joined and read by one
    hidden layer.

    Args:
        encoder: a BERT encoder without pooler.
    """

    def __init__(self, encoder: Any) -> None:  # noqa: ANN401 - the class is transformers'
        super().__init__()
        self.encoder: Any = encoder
        width = int(encoder.config.hidden_size)
        self.dropout = nn.Dropout(DROPOUT)
        self.hidden = nn.Linear(3 * width, width)
        self.output = nn.Linear(width, CLASSES)

    def forward(self, pieces: Tensor, target: Tensor) -> Tensor:
        """Logits, shape (sentences, classes).

        Args:
            pieces: word pieces, 0 where there is none; shape (sentences, length).
            target: 1 for the target's pieces and its markers' kind, else 0; the same shape.
        """
        there = (pieces != 0).long()
        states = self.encoder(input_ids=pieces, attention_mask=there, token_type_ids=target).last_hidden_state
        states = states.float()
        joined = torch.cat([_mean(states, target), _mean(states, there), states[:, 0]], dim=1)
        hidden = nn.functional.gelu(self.hidden(self.dropout(joined)))
        logits: Tensor = self.output(self.dropout(hidden))
        return logits


def _mean(states: Tensor, weights: Tensor) -> Tensor:
    """The mean of the states whose weight is 1, shape (sentences, width)."""
    kept = weights[..., None].to(states.dtype)
    return (states * kept).sum(dim=1) / kept.sum(dim=1).clamp(min=1)


def collate(inputs: Sequence[Input], length: int) -> tuple[Tensor, Tensor]:
    """The pieces and targets of sentences, padded to `length`."""
    pieces = torch.zeros((len(inputs), length), dtype=torch.long)
    target = torch.zeros((len(inputs), length), dtype=torch.long)
    for row, one in enumerate(inputs):
        pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
        target[row, one.first : one.end] = 1
    return pieces, target


def encoder(base: Path) -> Any:  # noqa: ANN401 - the class is transformers'
    """The bundled encoder with its weights, without pooler.

    Raises:
        EncoderError: the folder holds no BERT encoder in safetensors.
    """
    from safetensors.torch import load_file
    from transformers import BertConfig, BertModel

    try:
        settings = BertConfig.from_pretrained(str(base), attn_implementation="eager", local_files_only=True)
        network = BertModel(settings, add_pooling_layer=False)
        weights = load_file(str(base / "model.safetensors"))
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"holds no BERT encoder ({error})", where=base, remedy="use the default encoder"
        ) from None
    kept = {name: tensor for name, tensor in weights.items() if name in network.state_dict()}
    network.load_state_dict(kept)
    return network
