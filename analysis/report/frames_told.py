"""What may be said of the frames and the microframes, in sentences made from their validity cards."""

from __future__ import annotations

import pandas as pd

from analysis.figures.wording import count, listed
from analysis.framing import frames, microframes
from analysis.framing.validity import NOT_VALID, NOT_VALIDATED, VALID
from analysis.report.headline import headline, interval
from analysis.report.study import Study
from analysis.report.validity import current_cards

ENTMAN = "Entman "


def is_ranked(study: Study) -> bool:
    """Whether the frames were scored by the seed sentences, as ranks, and not by a model that the study names."""
    return bool((study.table("frames")["instrument"] == frames.INSTRUMENT).all())


def frames_told(study: Study) -> str:
    """How many frames were found valid; "" without frames."""
    if not study.has("frames", "frame_validity"):
        return ""
    found = study.table("frame_validity")["validity"].value_counts()
    if set(found.index) == {NOT_VALIDATED}:
        return (
            "No validity card measures this instrument, so no frame is validated: none is drawn, none carries a "
            "finding."
        )
    sets = listed(card["data"] for card, _ in current_cards(study, frames.INSTRUMENT))
    number = count(len(study.table("frame_validity")), "frame")
    return (
        f"Of {number}, {found.get(VALID, 0)} were found valid on coded US gun news{f' ({sets})' if sets else ''}, "
        f"{found.get(NOT_VALID, 0)} were not, and {found.get(NOT_VALIDATED, 0)} could not be measured, because no set "
        "at hand codes them. Only the valid ones are drawn and may carry a finding; whether they hold on this subject "
        "was not measured."
    )


def microframes_told(study: Study) -> str:
    """How right the axes were on each set; that nothing is known, without a card."""
    found = current_cards(study, microframes.NAME)
    if not found:
        return "They have no validity card, so nothing here is a finding."
    told = ". ".join(f"On {card['data']}: {headline(figures).full}" for card, figures in found)
    return (
        "They were never measured on coded news, so nothing here is a finding. What was measured is how often the "
        f"further of two texts on an axis is the one that should be (AUC; 0.5 is chance). {told}."
    )


def entman_told(study: Study) -> str:
    """The attempt at Entman's functions with its figures; "" where no card has them."""
    for _, figures in current_cards(study, frames.INSTRUMENT):
        rows = figures[
            figures["part"].str.startswith(f"{ENTMAN}") & figures["part"].str.endswith("responsibility")
        ]
        if len(rows):
            told = listed(_figure(row) for _, row in rows.iterrows())
            return (
                "Entman's four functions were tried and left out: no set codes them, and on the codes that come "
                f"nearest the frame of responsibility has an AUC of {told}."
            )
    return ""


def _figure(row: pd.Series) -> str:
    """The figure of one function."""
    function = row["part"].removeprefix(ENTMAN).split(":")[0]
    return f"{row['value']:.2f} ({interval(row)}) for the {function}"
