"""Every measure of a study but topic shares, as article-level sums; shares are counts of paragraphs (see `shares`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.compare.frames import frame_sums, microframe_sums
from analysis.compare.stances import stance_sums
from analysis.compare.sums import article_sums
from analysis.compare.texts import NO_TOPIC
from analysis.compare.tones import tone_sums

if TYPE_CHECKING:
    import pandas as pd

    from analysis.compare.texts import Texts


def measured(
    texts: Texts,
    *,
    targets: pd.DataFrame | None = None,
    frames: pd.DataFrame | None = None,
    microframes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The sums of tone, stance, frames and microframes; nothing in them knows of the outlets.

    Tone is summed within every topic, for which of them are compared is known only when all articles are.

    Args:
        texts: what is compared.
        targets: the table `targets`; none where no actor is named.
        frames: the table `frames`; none where frames are not compared.
        microframes: the table `microframes`, the same.
    """
    topics = sorted(set(texts.paragraphs["topic"].tolist()) - {NO_TOPIC})
    pieces = [tone_sums(texts, topics=topics)]
    if targets is not None:
        pieces.append(stance_sums(texts, targets))
    if frames is not None:
        pieces.append(frame_sums(texts, frames))
    if microframes is not None:
        pieces.append(microframe_sums(texts, microframes))
    return article_sums(pieces)
