"""How right the instruments are, and how far they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.stages.framing import model_fingerprint
from analysis.stages.stage import Stage, file_hash

if TYPE_CHECKING:
    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


def _cards(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001 - reads cards, not tables
    from analysis import keyfigures, tables
    from analysis.compare.matched import score
    from analysis.framing.card import cards
    from analysis.framing.shipped import Shipped, shipped
    from analysis.framing.validity import cards_table, validity_table
    from analysis.voices import quotes

    used = [Shipped(quotes.NAME, quotes.VERSION, quotes.MEASURES), *shipped(settings)]
    used.append(Shipped(score.NAME, score.version(settings.encoder), score.MEASURES))
    present = {each.name: {other.version for other in used if other.name == each.name} for each in used}
    kept = cards()
    rows = ({"instrument": each.name, "version": each.version, "measures": each.measures} for each in used)
    return {
        "instruments": tables.table("instruments", rows),
        "cards": cards_table(kept, present),
        "validity": validity_table(kept),
        **keyfigures.kept(),
    }


def _instruments(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    import pandas as pd

    from analysis import tables
    from analysis.compare.instruments import disagreement, instrument_agreement, scales
    from analysis.framing.scored_words import drivers

    sentences = read("sentences")
    scores = scales(read("tone"), read("targets"), sentences, read("paragraphs"))
    apart = disagreement(scores)
    texts = dict(zip(sentences["sentence_id"], sentences["text"], strict=True))
    rows = apart[["sentence_id", "first", "second"]].itertuples(index=False, name=None)
    words = pd.Series([drivers(texts[name], *pair) for name, *pair in rows], dtype="str")
    apart = tables.check(apart.assign(words=words), "disagreement")
    return {"instrument_agreement": instrument_agreement(scores), "disagreement": apart}


CARDS = Stage(
    name="cards",
    title="Reading validity cards",
    inputs=(),
    code=("framing", "voices/quotes.py", "models.py", "compare/matched/score.py", "keyfigures"),
    distributions=("afinn", "vaderSentiment"),
    settings=lambda s: [
        s.encoder,
        *(model_fingerprint(task)(s) for task in ("tone", "stance", "frames")),
        [(one.name, file_hash(s.folder / one.file)) for one in s.lexicons],
    ],
    run=_cards,
)

INSTRUMENTS = Stage(
    name="instruments",
    title="Comparing instruments",
    inputs=("paragraphs", "sentences", "tone", "targets"),
    code=("compare", "framing"),
    distributions=("afinn", "numpy", "pandas", "vaderSentiment"),
    settings=lambda s: [(one.name, file_hash(s.folder / one.file)) for one in s.lexicons],
    run=_instruments,
)
