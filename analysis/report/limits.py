"""What the study cannot show, in sentences and as the table of the gate."""

from __future__ import annotations

from analysis.figures.wording import capitalised, count, decimal, listed_up_to, percent
from analysis.report.findings.finding import MOST_NAMED, outlets_of_one
from analysis.report.listing import Cell, Heading, Listing, Row, listing_of, row_anchor
from analysis.report.multiverse import fragile_sentence
from analysis.report.study import Study

WRITTEN_OUT = 1e15
SINGLE = 0.9
SMALLEST_P = 0.001
WHOLE = 0.01
"""From which probability on a whole percentage is written."""

RULES = (
    "Who speaks is found by rules for English. They know speech by its quotation marks and by reporting verbs "
    "(“he said that …”). They miss a report that no such verb introduces, and count it as the outlet's own words; "
    "and they can take the wrong person, or no person at all, for the speaker."
)
STANCE = (
    "Stance is read off one sentence at a time, by its wording: a denial (“poses no threat”) can be taken for what it "
    "denies. A sentence that quotes or reports somebody counts for that speaker as a whole, so a name that stands only "
    "in the outlet's words around the speech counts for the speaker too."
)
FRAMES = (
    "Frame scores depend on what a text is about as well as on how it is presented. Those called valid were measured "
    "on US news about guns only."
)


def limit_sentences(study: Study) -> list[str]:
    """The limits of this study, the gravest first; only those that hold for it."""
    return [
        sentence
        for sentence in (
            study.gate.reason,
            single_outlets(study),
            _dates(study),
            _shared(study),
            fragile_sentence(study),
            *_always(study),
        )
        if sentence
    ]


def design_listing(study: Study) -> Listing | None:
    """What each comparison could show, from the number of articles alone; None with fewer than two outlets."""
    design = study.table("design")
    if design.empty:
        return None
    headings = [
        Heading("Comparison"), Heading("ways to deal out the articles", True),
        Heading("chance of the sharpest difference", True),
    ]  # fmt: skip
    varied = design["verdict"].nunique() > 1
    if varied:
        headings.append(Heading("verdict"))

    def row(place: int) -> Row:
        own = design.iloc[place]
        ways = own["assignments"]
        cells = (
            Cell(own["comparison"]),
            Cell(f"{ways:,.0f}" if ways < WRITTEN_OUT else f"{ways:.1e}"),
            Cell(_chance(own["smallest_p"])),
            *([Cell(own["verdict"])] if varied else []),
        )
        return Row(row_anchor("design", own["comparison"]), cells)

    return listing_of("design", "What each comparison could show", headings, range(len(design)), row=row)


def _chance(p: float) -> str:
    """A probability in per cent; what is under 1% with a decimal."""
    if p < SMALLEST_P:
        return f"under {decimal(100 * SMALLEST_P, 1)}%"
    return percent(p) if p >= WHOLE else f"{decimal(100 * p, 1)}%"


def single_outlets(study: Study) -> str:
    """What it means that some outlets are here with one article; "" when none is."""
    single = outlets_of_one(study, study.outlets)
    if not single:
        return ""
    if len(single) == 1:
        return f"{single[0]} is here with one article: what is said of it is said of one text."
    named = listed_up_to(single, MOST_NAMED, "outlet")
    return f"{named} are here with one article each: what is said of them is said of single texts."


def _dates(study: Study) -> str:
    """What inferred and missing dates mean; "" when every date is stated."""
    articles = study.table("articles")
    undated = int((articles["date"] == "").sum())
    inferred = int((articles["date_source"].str.startswith("inferred") & (articles["date"] != "")).sum())
    told = []
    if inferred:
        told.append(
            f"the date of {count(inferred, 'article')} is inferred (the table of articles says from what)"
        )
    if undated:
        told.append(f"{count(undated, 'article')} {'has' if undated == 1 else 'have'} no date")
    where = f"{study.scope.within('articles').strip()} " if study.scope.is_cut("articles") else ""
    return f"{capitalised(where + ' and '.join(told))}." if told else ""


def _shared(study: Study) -> str:
    """How many topics can be compared at all."""
    if not study.has("topics"):
        return study.no_topics
    topics = study.table("topics")
    single = int((topics["largest_article_share"] >= SINGLE).sum())
    if not single:
        return ""
    return (
        f"In {count(single, 'topic')} of {len(topics)} at least {percent(SINGLE)} of the paragraphs come from "
        "one article: there topic, article and outlet cannot be told apart."
    )


def _always(study: Study) -> list[str]:
    """Limits of the instruments, whatever the corpus."""
    told = [
        "Tone is scored by English word lists made for social media. They read words, not irony or stance.",
    ]
    if study.has("word_voices"):
        told.append(RULES)
    if study.has("topics"):
        told.append(
            "Topics are groups of paragraphs with similar wording, found without anybody's reading of them; "
            "their names are made from their words. Read the paragraphs before quoting a name."
        )
    if study.has("targets"):
        told.append(STANCE)
    if study.has("frames"):
        told.append(FRAMES)
    return told
