"""A study small enough to work out by hand: two outlets, three articles, ten analysed paragraphs, three topics.

Gazette has six paragraphs (topics 0, 0, 1, 1, 1 and none), Herald four (0, 2, 2, 2), three of them an interview.
"""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.settings import Outlet, Settings, Source, StudySettings

GAZETTE, HERALD = "Gazette", "Herald"

SETTINGS = Settings(
    folder=Path("study"),
    study=StudySettings(
        title="Ships & taxes", question="Who speaks of ships?", description="Three articles."
    ),
    outlets=(Outlet(GAZETTE), Outlet(HERALD), Outlet("Reprinter")),
    articles=(Source("g1.txt", GAZETTE), Source("g2.txt", GAZETTE), Source("h1.txt", HERALD)),
)

# article, ordinal, kind, speaker, topic, voice, tone, text
PARAGRAPHS = (
    ("g1", 1, "headline", GAZETTE, None, "headline", 0.0, "Ships leave the harbour"),
    ("g1", 2, "body", GAZETTE, 0, "narration", -0.2, "Ships left the harbour at dawn."),
    ("g1", 3, "body", GAZETTE, 0, "direct", -0.4, "“The harbour is lost,” the captain said."),
    ("g1", 4, "caption", GAZETTE, None, "caption", 0.0, "A ship."),
    ("g1", 5, "body", GAZETTE, 1, "narration", 0.1, "Taxes rose again this year."),
    ("g1", 6, "body", GAZETTE, -1, "narration", 0.0, "The weather was fine."),
    ("g2", 1, "body", GAZETTE, 1, "narration", 0.3, "Taxes on bread were cut."),
    ("g2", 2, "body", GAZETTE, 1, "direct", 0.5, "“Taxes are good,” she exulted with joy."),
    ("h1", 1, "body", HERALD, 0, "narration", 0.6, "The harbour celebrates its ships."),
    ("h1", 2, "question", HERALD, 2, "question", 0.0, "Is bread dear?"),
    ("h1", 3, "answer", "Ann Baker", 2, "answer", 0.2, "Bread is dear, and good."),
    ("h1", 4, "answer", "Ann Baker", 2, "answer", 0.4, "Bread is life."),
)
OUTLETS = {"g1": GAZETTE, "g2": GAZETTE, "h1": HERALD}
ANALYSED = ("body", "question", "answer")


def articles() -> pd.DataFrame:
    """Three articles; one of them has no date."""
    dates = {"g1": "2011-03-04", "g2": "", "h1": "2014-11-05"}
    sources = {"g1": "stated in the text: March 4, 2011", "g2": "unknown", "h1": "inferred: from the weather"}
    return tables.table(
        "articles",
        (
            {
                "article_id": name, "outlet": OUTLETS[name], "republisher": "Reprinter" if name == "h1" else "",
                "date": dates[name], "date_source": sources[name], "headline": f"Headline of {name}",
                "byline": "", "genre": "news report", "url": "https://example.org/g1" if name == "g1" else "",
                "source_path": f"{name}.txt", "sha256": "0" * 64,
            }
            for name in OUTLETS
        ),
    )  # fmt: skip


def paragraphs() -> pd.DataFrame:
    """Ten analysed paragraphs, a headline and a caption."""
    return tables.table(
        "paragraphs",
        (
            {
                "paragraph_id": f"{article}:{ordinal}", "article_id": article, "outlet": OUTLETS[article],
                "ordinal": ordinal, "kind": kind, "role": kind, "speaker": speaker, "text": text, "plain": text,
                "source_start": ordinal * 100, "source_end": ordinal * 100 + 99, "analysed": kind in ANALYSED,
            }
            for article, ordinal, kind, speaker, _, _, _, text in PARAGRAPHS
        ),
    )  # fmt: skip


def sentences() -> pd.DataFrame:
    """A sentence for each paragraph."""
    return tables.table(
        "sentences",
        (
            {
                "sentence_id": f"{article}:{ordinal}.1", "paragraph_id": f"{article}:{ordinal}", "ordinal": 1,
                "text": text, "voice": voice, "speaker": speaker,
            }
            for article, ordinal, _, speaker, _, voice, _, text in PARAGRAPHS
        ),
    )  # fmt: skip


def quotes() -> pd.DataFrame:
    """The captain and an unknown woman in quotation marks; in the interview, Ann Baker reports and quotes Carl Dean."""
    rows = (
        ("g1:3", "“The harbour is lost,”", "direct", "words", "the captain", GAZETTE, "said", "neutral"),
        ("g2:2", "“Taxes are good,”", "direct", "words", "", GAZETTE, "exulted", "expressive"),
        ("h1:3", "Bread is dear", "indirect", "clause", "Carl Dean", "Ann Baker", "claimed", "doubting"),
        ("h1:4", "Bread is life.", "direct", "words", "Carl Dean", "Ann Baker", "", ""),
    )
    columns = ("paragraph_id", "text", "kind", "form", "speaker", "quoted_by", "cue", "cue_class")
    return tables.table(
        "quotes",
        (
            {
                "quote_id": f"{row[0]}.q1",
                "start": 0,
                "end": len(row[1]),
                **dict(zip(columns, row, strict=True)),
            }
            for row in rows
        ),
    )


def terms() -> pd.DataFrame:
    """No words in quotation marks that are no speech."""
    return tables.table("terms", ())


def reuse() -> pd.DataFrame:
    """The caption is taken for a copy of the headline, and Carl Dean's report for one of the captain's words."""
    rows = (
        ("paragraph", "g1:1", "g1:4", GAZETTE, GAZETTE, True, False, 0.75),
        ("quote", "g1:3.q1", "h1:3.q1", GAZETTE, HERALD, False, True, 1.0),
    )
    columns = (
        "kind", "first_id", "second_id", "first_outlet", "second_outlet", "same_article", "exact", "similarity",
    )  # fmt: skip
    return tables.table("reuse", (dict(zip(columns, row, strict=True)) for row in rows))


def word_voices() -> pd.DataFrame:
    """The words of the paragraphs above, counted by hand: 34 of Gazette, 16 of Herald."""
    rows = (
        ("g1:2", "narration", GAZETTE, 6), ("g1:3", "direct", "the captain", 4), ("g1:3", "narration", GAZETTE, 3),
        ("g1:5", "narration", GAZETTE, 5), ("g1:6", "narration", GAZETTE, 4), ("g2:1", "narration", GAZETTE, 5),
        ("g2:2", "direct", "", 3), ("g2:2", "narration", GAZETTE, 4), ("h1:1", "narration", HERALD, 5),
        ("h1:2", "question", HERALD, 3), ("h1:3", "indirect", "Carl Dean", 3), ("h1:3", "answer", "Ann Baker", 2),
        ("h1:4", "direct", "Carl Dean", 3),
    )  # fmt: skip
    frame = pd.DataFrame(rows, columns=["paragraph_id", "voice", "speaker", "words"])
    frame["article_id"] = frame["paragraph_id"].str.split(":").str[0]
    return frame.assign(outlet=frame["article_id"].map(OUTLETS))


def words_by_speaker() -> pd.DataFrame:
    """The same by outlet, voice and speaker."""
    keys = ["outlet", "voice", "speaker"]
    frame = (
        word_voices()
        .groupby(keys, as_index=False)
        .agg(words=("words", "sum"), articles=("article_id", "nunique"))
    )
    return frame.assign(share=frame["words"] / frame.groupby("outlet")["words"].transform("sum"))


def reporting_verbs() -> pd.DataFrame:
    """The cues of Gazette; Herald has none outside the interview."""
    rows = (
        (GAZETTE, "", "expressive", 1, "exulted"),
        (GAZETTE, "the captain", "neutral", 1, "said"),
    )
    return pd.DataFrame(rows, columns=["outlet", "speaker", "cue_class", "quotes", "cues"])


def topic_voices() -> pd.DataFrame:
    """The words of each topic, and how many of them are narration or questions."""
    rows = (
        (-1, GAZETTE, 4, 4), (0, GAZETTE, 13, 9), (0, HERALD, 5, 5), (1, GAZETTE, 17, 14), (2, HERALD, 11, 3),
    )  # fmt: skip
    frame = pd.DataFrame(rows, columns=["topic", "outlet", "words", "own_words"])
    return frame.assign(own_share=frame["own_words"] / frame["words"])


def narration_left() -> pd.DataFrame:
    """Gazette is taken to have enough narration, Herald has one paragraph."""
    rows = ((GAZETTE, 27, 6, 2, 27 / 34, True), (HERALD, 5, 1, 1, 5 / 16, False))
    return pd.DataFrame(rows, columns=["outlet", "words", "paragraphs", "articles", "share", "enough"])


def tone() -> pd.DataFrame:
    """The tone of each sentence by two word lists, the second half as strong as the first."""
    return tables.table(
        "tone",
        (
            {"sentence_id": f"{article}:{ordinal}.1", "tone": by_list, "instrument": instrument}
            for article, ordinal, _, _, _, _, score, _ in PARAGRAPHS
            for instrument, by_list in (("vader", score), ("afinn", score / 2))
        ),
    )


def topics() -> pd.DataFrame:
    """Three topics; the first is shared."""
    rows = (
        (0, "Harbour, Ships", "harbour, ships, dawn", 3, 2, 2, 0.9, 2 / 3),
        (1, "Taxes", "taxes, bread tax", 3, 2, 1, 0.8, 2 / 3),
        (2, "Bread", "bread, life", 3, 1, 1, 1.0, 1.0),
    )
    columns = (
        "topic", "label", "words", "paragraphs", "articles", "outlets", "reproducibility", "largest_article_share",
    )  # fmt: skip
    return tables.table("topics", (dict(zip(columns, row, strict=True)) for row in rows))


def assignments() -> pd.DataFrame:
    """The topic and place of each analysed paragraph."""
    rows = (row for row in PARAGRAPHS if row[2] in ANALYSED)
    return tables.table(
        "assignments",
        (
            {
                "paragraph_id": f"{row[0]}:{row[1]}", "topic": row[4], "confidence": 1 - place / 20,
                "x": float(place), "y": float(place % 3),
            }
            for place, row in enumerate(rows)
        ),
    )  # fmt: skip


def exemplars() -> pd.DataFrame:
    """Two exemplars of the first topic, one of the others."""
    rows = ((0, 0, "g1:2", 1.0), (0, 1, "g1:3", 0.95), (1, 0, "g1:5", 0.9), (2, 0, "h1:3", 0.6))
    columns = ("topic", "rank", "paragraph_id", "confidence")
    return tables.table("exemplars", (dict(zip(columns, row, strict=True)) for row in rows))


def audit() -> pd.DataFrame:
    """Characters of each kind."""
    rows = (("g1", "headline", 20), ("g1", "body", 160), ("g1", "caption", 20), ("g2", "body", 100),
            ("h1", "body", 25), ("h1", "question", 25), ("h1", "answer", 50))  # fmt: skip
    frame = pd.DataFrame(rows, columns=["article_id", "kind", "characters"]).assign(invisible=0)
    frame["share"] = frame["characters"] / frame.groupby("article_id")["characters"].transform("sum")
    return frame


def estimates(verdict: str = "descriptive only") -> pd.DataFrame:
    """Shares and tones of the tables above, by hand; AFINN's tones are made up, so that it turns the order round."""
    shares = {
        ("all", 0): (2 / 6, 1 / 4), ("all", 1): (3 / 6, 0.0), ("all", 2): (0.0, 3 / 4),
        ("narration", 0): (1 / 4, 1.0), ("narration", 1): (2 / 4, 0.0), ("narration", 2): (0.0, 0.0),
    }  # fmt: skip
    sizes = {"all": (6, 4), "narration": (4, 1)}
    tones = {
        ("vader", "all", ""): (0.05, 0.3), ("vader", "narration", ""): (0.05, 0.6), ("vader", "all", "0"): (-0.3, 0.6),
        ("afinn", "all", ""): (0.35, 0.2), ("afinn", "narration", ""): (0.1, 0.5), ("afinn", "all", "0"): (-0.2, 0.5),
    }  # fmt: skip
    spread = math.nan if verdict == "descriptive only" else 0.1
    rows = [
        _estimate(
            "topic share", voice, str(topic), outlet, values[place], sizes[voice][place], spread, verdict
        )
        for (voice, topic), values in shares.items()
        for place, outlet in enumerate((GAZETTE, HERALD))
    ] + [
        _estimate("wording tone", voice, topic, outlet, values[place], (6, 4)[place], spread, verdict)
        | {"instrument": instrument}
        for (instrument, voice, topic), values in tones.items()
        for place, outlet in enumerate((GAZETTE, HERALD))
    ]
    return tables.table("estimates", [*rows, *stance_estimates()])


def _estimate(  # noqa: PLR0913, PLR0917 - one row, column by column
    measure: str, voice: str, topic: str, outlet: str, value: float, size: int, spread: float, verdict: str
) -> dict[str, object]:
    """One row of the estimates."""
    return {
        "measure": measure, "instrument": "", "voice": voice, "topic": topic, "target": "", "frame": "",
        "outlet": outlet, "estimate": value, "low": value - spread, "high": value + spread, "paragraphs": size,
        "articles": 2 if outlet == GAZETTE else 1, "p": spread, "q": spread, "verdict": verdict,
        "difference": value, "difference_low": value - spread, "difference_high": value + spread,
        "smallest_effect": 0.05, "icc": 0.2, "design_effect": 1.5, "effective_units": size / 1.5, "units": size,
        "estimand": "paragraph-weighted", "family": f"{measure}, {voice}",
    }  # fmt: skip


# paragraph, actor, mention, speaker, negative, neutral, positive
TARGETS = (
    ("g1:2", "Harbour", "the harbour", GAZETTE, 0.6, 0.3, 0.1),
    ("g1:3", "Harbour", "The harbour", "the captain", 0.85, 0.1, 0.05),
    ("g1:5", "Taxes", "Taxes", GAZETTE, 0.3, 0.6, 0.1),
    ("g2:1", "Taxes", "Taxes", GAZETTE, 0.1, 0.4, 0.5),
    ("g2:2", "Taxes", "Taxes", "", 0.0, 0.1, 0.9),
    ("h1:1", "Harbour", "The harbour", HERALD, 0.1, 0.2, 0.7),
    ("h1:2", "Bread", "bread", HERALD, 0.0, 1.0, 0.0),
    ("h1:3", "Bread", "Bread", "Ann Baker", 0.2, 0.5, 0.3),
    ("h1:4", "Bread", "Bread", "Ann Baker", 0.1, 0.1, 0.8),
)


def targets() -> pd.DataFrame:
    """Three actors: two outlets speak of the harbour."""
    return tables.table(
        "targets",
        (
            {
                "sentence_id": f"{paragraph}.1", "target": target, "mention": mention,
                "polarity": max((negative, -1), (neutral, 0), (positive, 1))[1], "p_negative": negative,
                "p_neutral": neutral, "p_positive": positive, "instrument": "by hand", "mentions": 1,
                "stance": round(positive - negative, 4), "speaker": speaker,
            }
            for paragraph, target, mention, speaker, negative, neutral, positive in TARGETS
        ),
    )  # fmt: skip


def persons() -> pd.DataFrame:
    """One person is named by the full name, twice, another once."""
    rows = (
        ("h1:3.1", 0, 9, "Ann Baker"),
        ("h1:4.1", 0, 9, "Ann Baker"),
        ("g1:2.1", 0, 9, "Carl Dean"),
        ("g1:3.1", 0, 4, "Dean"),
    )
    columns = ("sentence_id", "start", "end", "name")
    return tables.table("names", ({**dict(zip(columns, row, strict=True)), "gender": ""} for row in rows))


def stance_estimates() -> list[dict[str, object]]:
    """The mean stances of the table `targets`, worked out by hand."""
    values = (
        ("all", "Harbour", GAZETTE, -0.65, 2), ("all", "Harbour", HERALD, 0.6, 1), ("all", "Taxes", GAZETTE, 0.3667, 3),
        ("all", "Taxes", HERALD, math.nan, 0), ("all", "Bread", GAZETTE, math.nan, 0),
        ("all", "Bread", HERALD, 0.2667, 3),
        ("narration", "Harbour", GAZETTE, -0.5, 1), ("narration", "Harbour", HERALD, 0.6, 1),
        ("narration", "Taxes", GAZETTE, 0.1, 2), ("narration", "Taxes", HERALD, math.nan, 0),
    )  # fmt: skip
    return [
        _estimate("stance", voice, "", outlet, value, size, math.nan, "descriptive only") | {"target": target}
        for voice, target, outlet, value, size in values
    ]


def power() -> pd.DataFrame:
    """How many articles two differences would take, by hand."""
    rows = (
        (0.1, 0.2, 20, 0.6, False),
        (0.1, 0.2, 40, 0.85, True),
        (0.1, 0.5, 5, 0.7, False),
        (0.1, 0.5, 8, 0.9, True),
    )
    frame = pd.DataFrame(rows, columns=["low", "high", "articles", "power", "enough"])
    return frame.assign(icc=0.2, assumed=False)


def estimands(verdict: str = "descriptive only") -> pd.DataFrame:
    """The shares if every article counted the same; one of them turns round."""
    rows = estimates(verdict)
    rows = rows[rows["measure"] == "topic share"].reset_index(drop=True)
    turned = rows.index == 0
    return rows.assign(
        estimand="article mean", chosen_difference=rows["difference"], chosen_verdict=rows["verdict"],
        same_sign=~turned, same_verdict=True,
    )  # fmt: skip


def contrasts(verdict: str = "supported") -> pd.DataFrame:
    """The share of one topic, all outlets at once and one pair."""
    key = {
        "measure": "topic share",
        "instrument": "",
        "voice": "all",
        "topic": "0",
        "target": "",
        "frame": "",
    }
    numbers = {"low": -0.1, "high": 0.3, "p_alone": 0.01, "p": 0.02, "q": 0.03, "smallest_effect": 0.05,
               "p_equivalence": 0.9, "q_equivalence": 0.9, "verdict": verdict, "family": "shares"}  # fmt: skip
    sides = ({"kind": "omnibus", "outlet": "", "other": "", "difference": math.nan},
             {"kind": "pair", "outlet": GAZETTE, "other": HERALD, "difference": 0.12})  # fmt: skip
    return tables.table("contrasts", [key | side | numbers for side in sides])


def simulated() -> pd.DataFrame:
    """What a simulation of two populations gave."""
    base = {
        "measure": "topic share", "articles": "10 and 10", "value": "0.3 and 0.3", "lengths": "even",
        "corpora": 100, "width": 0.2, "given": 1.0,
    }  # fmt: skip
    rows = (
        ("coverage", "bootstrap-t", 0.1, 0.941),
        ("coverage", "bootstrap-t", 0.3, 0.955),
        ("coverage", "BCa", 0.1, 0.89),
        ("false alarms", "permutation", 0.1, 0.048),
        ("power", "permutation", 0.1, 0.7),
    )
    named = [dict(zip(("question", "method", "icc", "rate"), row, strict=True)) for row in rows]
    return tables.table("simulated", [base | row | {"low": 0.01, "high": 0.99} for row in named])


def article_tone() -> pd.DataFrame:
    """The mean tone of each article's sentences by two word lists."""
    rows = (("g1", GAZETTE, "all", -0.125, 4), ("g2", GAZETTE, "all", 0.4, 2), ("h1", HERALD, "all", 0.3, 4),
            ("g1", GAZETTE, "narration", -1 / 30, 3), ("g2", GAZETTE, "narration", 0.3, 1),
            ("h1", HERALD, "narration", 0.6, 1))  # fmt: skip
    frame = pd.DataFrame(rows, columns=["article_id", "outlet", "voice", "tone", "sentences"])
    frame = frame.assign(instrument="vader", paragraphs=frame["sentences"])
    return pd.concat([frame, frame.assign(instrument="afinn", tone=frame["tone"] / 2)], ignore_index=True)


def keyness(verdict: str = "descriptive only") -> pd.DataFrame:
    """Two words of each outlet; one of them the other outlet's. Within the shared topic, one word of each."""
    rows = (
        ("taxes", GAZETTE, "", 3, 100.0, 1.5, 2.5, 1, 2, 0, 0.0),
        ("bread", GAZETTE, "", 1, 30.0, -0.9, -1.0, 2, 1, 3, 120.0),
        ("bread", HERALD, "", 3, 120.0, 0.9, 1.0, 1, 1, 1, 30.0),
        ("taxes", HERALD, "", 0, 0.0, -1.5, -2.5, 2, 0, 3, 100.0),
        ("harbour", GAZETTE, "0", 4, 40.0, 0.8, 1.1, 1, 2, 1, 20.0),
        ("ships", HERALD, "0", 2, 20.0, 0.7, 0.9, 1, 1, 2, 15.0),
    )
    return tables.table(
        "keyness",
        (
            {
                "word": word, "outlet": outlet, "topic": topic, "voice": "all", "count": count, "rate_per_1000": rate,
                "log_odds": odds, "low": math.nan, "high": math.nan, "z": z, "rank": rank, "articles": in_articles,
                "rest_count": rest, "rest_rate_per_1000": rest_rate, "verdict": verdict,
                "p_article": math.nan if verdict == "descriptive only" else 0.01,
                "q": math.nan if verdict == "descriptive only" else 0.02, "other": "", "length": 1, "inside": "",
                "largest_article_share": 1 / max(in_articles, 1) if count else math.nan,
            }
            for word, outlet, topic, count, rate, odds, z, rank, in_articles, rest, rest_rate in rows
        ),
    )  # fmt: skip


def words_check() -> pd.DataFrame:
    """Random halves in which one test finds something in 3 of 100 draws and the other in 99."""
    rows = (
        ("articles dealt out anew", 3, 0.03, 0.0062, 0.0852),
        ("G2, Bonferroni", 99, 0.99, 0.9455, 0.9997),
    )
    return tables.table(
        "words_check",
        (
            {
                "collection": "all", "what": "random halves", "test": test, "found": found, "draws": 100,
                "share": share, "low": low, "high": high,
            }
            for test, found, share, low, high in rows
        ),
    )  # fmt: skip


def prior_sensitivity() -> pd.DataFrame:
    """One word of each outlet that keeps its rank, and one of Gazette's that does not."""
    ranks = {(GAZETTE, "taxes"): (1, 1), (GAZETTE, "ships"): (2, 9), (HERALD, "bread"): (1, 1)}
    return pd.DataFrame(
        {"voice": "all", "outlet": outlet, "word": word, "prior_words": prior, "rank": rank}
        for (outlet, word), both in ranks.items()
        for prior, rank in zip((50.0, 500.0), both, strict=True)
    )


def cut_profile() -> pd.DataFrame:
    """Four cuts, two of them with three topics."""
    rows = (
        (2, 2, 0.7, False, False),
        (3, 3, 0.95, True, True),
        (4, 3, 0.8, True, False),
        (5, 4, 0.6, True, False),
    )
    return pd.DataFrame(rows, columns=["groups", "topics", "stability", "useful", "chosen"])


def context_tradeoff() -> pd.DataFrame:
    """Three shares of context; the middle one is the settings' own."""
    rows = ((0.0, 4, 3, 0.7, 0.9), (SETTINGS.topics.context, 3, 2, 0.9, 0.95), (0.5, 3, 0, 1.0, 1.0))
    return pd.DataFrame(rows, columns=["context", "topics", "shared_topics", "block_nmi", "stability"])


def stability() -> pd.DataFrame:
    """Two changes, one tried twice."""
    rows = (
        ("other seeds", "seed 2", 0.97, 3, 1),
        ("other seeds", "seed 3", 0.95, 4, 0),
        ("threads", "two", 1.0, 3, 1),
    )
    return pd.DataFrame(rows, columns=["what", "setting", "ari", "topics", "outliers"])


def instruments() -> pd.DataFrame:
    """Four instruments in use."""
    rows = (("by hand", "1"), ("guess", "2"), ("seeds", "1"), ("unmeasured", "1"))
    return tables.table(
        "instruments",
        ({"instrument": name, "version": version, "measures": "the tone of words"} for name, version in rows),
    )


def cards() -> pd.DataFrame:
    """A card of an instrument in use, a stale one, one of frames, and one of an instrument that is not used."""
    rows = (
        ("by-hand-gold", "by hand", "1", "current"), ("guess-gold", "guess", "1", "stale"),
        ("seeds-gold", "seeds", "1", "current"), ("other-gold", "other", "9", "unused"),
    )  # fmt: skip
    return tables.table(
        "cards",
        (
            {
                "card": card, "instrument": name, "version": version, "measures": "the tone of words", "data": "Gold",
                "source": "Roe (2020)", "licence": "MIT", "split": "the test part", "resampled": "articles",
                "notes": "Made by hand.\nNot real.", "standing": standing,
            }
            for card, name, version, standing in rows
        ),
    )  # fmt: skip


def validity() -> pd.DataFrame:
    """The figures of the cards; one frame's interval reaches below .60."""
    rows = (
        ("by-hand-gold", "by hand", "Pearson r", "all", 0.55, 0.5, 0.6, 200, True),
        ("by-hand-gold", "by hand", "Pearson r", "outlet fox", 0.4, math.nan, math.nan, 90, True),
        ("guess-gold", "guess", "macro-F1", "all", 0.123, 0.1, 0.2, 70, True),
        ("seeds-gold", "seeds", "AUC", "frame conflict", 0.75, 0.7, 0.8, 300, True),
        ("seeds-gold", "seeds", "AUC", "frame economic", 0.64, 0.59, 0.7, 300, False),
        ("other-gold", "other", "macro-F1", "all", 0.987, 0.9, 0.99, 60, True),
    )
    columns = ("card", "instrument", "metric", "part", "value", "low", "high", "n", "holds")
    return tables.table("validity", ({**dict(zip(columns, row, strict=True)), "groups": 40} for row in rows))


def instrument_agreement() -> pd.DataFrame:
    """Three instruments; one pair has an article of its own."""
    rows = (
        ("tone a", "tone b", "", 10, 0.8, 0.7, 8, 0.875), ("tone a", "tone b", "g1", 10, 0.9, 0.8, 8, 1.0),
        ("tone a", "stance c", "", 4, -0.2, -0.1, 3, 1 / 3), ("tone b", "stance c", "", 4, 0.1, 0.0, 0, math.nan),
    )  # fmt: skip
    columns = ("first", "second", "article_id", "sentences", "pearson", "spearman", "signed", "same_sign")
    return tables.table("instrument_agreement", (dict(zip(columns, row, strict=True)) for row in rows))


def disagreement() -> pd.DataFrame:
    """Two sentences that two instruments see differently."""
    rows = (
        (1, "g1:3.1", "g1:3", -0.9, 0.8, -2.0, 1.5, "a: lost \u22121.3"),
        (2, "h1:1.1", "h1:1", 0.9, 0.1, 2.0, 0.1, ""),
    )
    columns = (
        "rank", "sentence_id", "paragraph_id", "first_score", "second_score", "first_z", "second_z", "words",
    )  # fmt: skip
    pair = {"first": "tone a", "second": "stance c"}
    return tables.table("disagreement", ({**dict(zip(columns, row, strict=True)), **pair} for row in rows))


def matches() -> pd.DataFrame:
    """Three matched pairs of paragraphs; two of them make an event."""
    pairs = (
        (1, "report", "g1:2", "h1:1", 0.81, 0.62, 0.88, 2.0, ""),
        (1, "quotation", "g1:3", "h1:2", 0.64, 0.5, 0.72, 2.0, "the harbour is lost today"),
        (0, "copy", "g2:1", "h1:3", 0.99, 0.9, 0.99, math.nan, ""),
    )
    return tables.table(
        "matches",
        (
            {
                "event": event, "kind": kind, "first_id": first, "second_id": second, "first_outlet": GAZETTE,
                "second_outlet": HERALD, "first_article": first[:2], "second_article": second[:2],
                "similarity": similarity, "overlap": overlap, "probability": likely, "days_apart": days,
                "shared_actors": "", "shared_names": "Ann Baker", "shared_numbers": "", "longest_run": 2,
                "quotation": quotation,
            }
            for event, kind, first, second, similarity, overlap, likely, days, quotation in pairs
        ),
    )  # fmt: skip


def omissions() -> pd.DataFrame:
    """What Gazette and Herald have alone in the event."""
    rows = (
        ("paragraphs matched", "", GAZETTE, "", "g1:2; g1:3"),
        ("paragraphs matched", "", HERALD, "", "h1:1; h1:2"),
        ("paragraphs alone", "", GAZETTE, HERALD, "g1:6"),
        ("paragraphs alone", "", HERALD, GAZETTE, ""),
        ("speaker quoted", "The Captain", GAZETTE, HERALD, "g1:3"),
        ("person named", "Ida Quill", HERALD, GAZETTE, "h1:2"),
    )
    return tables.table(
        "omissions",
        (
            {
                "event": 1, "what": what, "name": name, "outlet": outlet, "missing_in": missing,
                "count": len(found.split("; ")) if found else 0, "paragraph_ids": found,
            }
            for what, name, outlet, missing, found in rows
        ),
    )  # fmt: skip


def paired_events() -> pd.DataFrame:
    """The difference in tone between Gazette and Herald in three events."""
    return tables.table(
        "paired_events",
        (
            {
                "measure": "wording tone", "instrument": "vader", "voice": "all", "target": "", "outlet": GAZETTE,
                "other": HERALD, "event": event, "pairs": 4, "difference": difference,
            }
            for event, difference in ((1, -0.6), (2, 0.1), (3, -0.1))
        ),
    )  # fmt: skip


def paired() -> pd.DataFrame:
    """Their mean, which three events are too few to test."""
    row = {
        "measure": "wording tone", "instrument": "vader", "voice": "all", "target": "", "outlet": GAZETTE,
        "other": HERALD, "events": 3, "pairs": 12, "difference": -0.2, "low": math.nan, "high": math.nan,
        "p_alone": math.nan, "p": math.nan, "q": math.nan, "verdict": "descriptive only", "smallest_p": 0.25,
    }  # fmt: skip
    return tables.table("paired", (row,))


def multiverse() -> pd.DataFrame:
    """Sixteen specifications of a share and of a tone: two voices, two estimands, four seeds."""
    rows = []
    for contrast, sign in (("topic share:0:Gazette", 1.0), ("wording tone:Herald", -1.0)):
        for place in range(16):
            voice, estimand = (
                ("all", "narration")[place % 2],
                ("paragraph-weighted", "article mean")[place // 2 % 2],
            )
            difference = sign * (0.1 * place - 0.2) if place < 12 else math.nan
            same, other = ("same sign", "other sign") if difference > 0 else ("other sign", "same sign")
            told = same if sign > 0 else other
            rows.append(
                {
                    **dict.fromkeys(("neighbours", "cluster_size", "core_size", "clusters", "outliers", "unit"), ""),
                    **dict.fromkeys(("instrument", "prior_words"), ""), "contrast": contrast, "seed": str(place // 4),
                    "estimand": estimand, "voice": voice, "difference": round(difference, 6), "jaccard": 0.5,
                    "outcome": "topic not found" if place >= 12 else "no difference" if place == 2 else told,
                    "p": math.nan,
                }
            )  # fmt: skip
    return tables.table("multiverse", rows)


def multiverse_summary() -> pd.DataFrame:
    """Nine of sixteen keep the sign of either, with one in which nothing differs; and a word that always keeps it."""
    common = {"target": "", "frame": "", "word": "", "no_difference": 1, "undefined": 0, "tested": 0}
    common |= {"supported": math.nan, "moved_by": "voice", "moved": 0.1}
    rows = (
        ("topic share:0:Gazette", "topic share", "0", GAZETTE, "Ships, harbour", 1.0, 0.3, -0.1, 0.7),
        ("wording tone:Herald", "wording tone", "", HERALD, "", -1.0, -0.4, -0.7, 0.1),
    )
    names = ("contrast", "kind", "topic", "outlet", "subject", "reference", "median", "low", "high")
    found = [
        {
            **common, **dict(zip(names, row, strict=True)), "specifications": 16, "same_sign": 9, "other_sign": 2,
            "not_found": 4, "medians": "all 0.300; narration 0.400",
        }
        for row in rows
    ]  # fmt: skip
    word = {
        **found[0],
        "contrast": "word:bread:Herald",
        "kind": "word",
        "topic": "",
        "word": "bread",
        "outlet": HERALD,
    }
    word |= {
        "subject": "bread",
        "specifications": 6,
        "same_sign": 6,
        "other_sign": 0,
        "not_found": 0,
        "no_difference": 0,
    }
    word |= {"moved_by": "", "moved": math.nan, "medians": ""}
    return tables.table("multiverse_summary", [*found, word])


def all_tables() -> dict[str, pd.DataFrame]:
    """Every table of the small study."""
    from tests.figures import framed, left_out

    return {
        "articles": articles(), "paragraphs": paragraphs(), "sentences": sentences(), "tone": tone(),
        "topics": topics(), "assignments": assignments(), "exemplars": exemplars(), "audit": audit(),
        "unknown_lines": pd.DataFrame(columns=["paragraph_id", "source_start", "text"]),
        "estimates": framed.estimates(), "article_tone": article_tone(), "keyness": keyness(),
        "prior_sensitivity": prior_sensitivity(), "words_check": words_check(), "cut_profile": cut_profile(),
        "context_tradeoff": context_tradeoff(), "stability": stability(), "quotes": quotes(), "terms": terms(),
        "reuse": reuse(), "word_voices": word_voices(), "words_by_speaker": words_by_speaker(),
        "reporting_verbs": reporting_verbs(), "topic_voices": topic_voices(), "narration_left": narration_left(),
        "targets": targets(), "names": persons(),
        "matches": matches(), "omissions": omissions(), "paired_events": paired_events(), "paired": paired(),
        "instruments": instruments(), "cards": cards(), "validity": validity(),
        "instrument_agreement": instrument_agreement(), "disagreement": disagreement(),
        "power": power(), "estimands": estimands(), "contrasts": contrasts(), "simulated": simulated(),
        "frames": framed.frames(), "microframes": framed.microframes(), "frame_validity": framed.frame_validity(),
        "leave_one_out": left_out.leave_one_out(), "leave_one_out_words": left_out.leave_one_out_words(),
        "topic_articles": left_out.topic_articles(), "confounding": left_out.confounding(),
        "self_audit": left_out.self_audit(), "topics_without_article": left_out.topics_without_article(),
        "multiverse": multiverse(), "multiverse_summary": multiverse_summary(),
    }  # fmt: skip
