"""Every measure of a study, as article-level sums: what all parts of the comparison work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.compare.frames import frame_sums, microframe_sums
from analysis.compare.shares import topic_share_sums
from analysis.compare.stances import stance_sums
from analysis.compare.sums import Sums, article_sums
from analysis.compare.tones import tone_sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analysis.compare.texts import Texts


def measured(
    texts: Texts,
    *,
    topics: Sequence[int],
    targets: pd.DataFrame | None = None,
    frames: pd.DataFrame | None = None,
    microframes: pd.DataFrame | None = None,
) -> Sums:
    """The sums of topic shares, tone, stance, frames and microframes; nothing in them knows of the outlets.

    Args:
        texts: what is compared.
        topics: the topics within which tone is compared too.
        targets: the table `targets`; none where no actor is named.
        frames: the table `frames`; none where frames are not compared.
        microframes: the table `microframes`, the same.
    """
    pieces = [topic_share_sums(texts), tone_sums(texts, topics=topics)]
    if targets is not None:
        pieces.append(stance_sums(texts, targets))
    if frames is not None:
        pieces.append(frame_sums(texts, frames))
    if microframes is not None:
        pieces.append(microframe_sums(texts, microframes))
    return Sums.of(article_sums(pieces), texts.design, parts=texts.parts)
