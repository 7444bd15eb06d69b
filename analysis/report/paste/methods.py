"""What was done, sentence by sentence, as far as this study did it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis import __version__
from analysis.choices import DEFAULT_ENCODER
from analysis.figures import instruments
from analysis.figures.outlets import article_counts
from analysis.figures.wording import capitalised, count, decimal, listed, listed_up_to, percent, spelled
from analysis.report import counts
from analysis.report.citations import Reference
from analysis.report.study import Study
from analysis.report.summary import MOST_OUTLETS, span_of_dates, words_told


def methods_sentences(study: Study, report: Reference) -> Iterator[str]:
    """The methods of a study in sentences, with the works they rest on as "[@key]", the report among them."""
    yield from _corpus(study, report)
    yield from _voices(study)
    if study.has("topics"):
        yield from _topics(study)
    yield from _instruments(study)
    yield from _words(study)
    yield from _inference(study)
    yield from _robustness(study)


def _corpus(study: Study, report: Reference) -> Iterator[str]:
    """What was read, and with what."""
    articles = study.table("articles")
    sizes = article_counts(study.tables)
    each = [f"{sizes.get(outlet, 0):,} of {outlet}" for outlet in study.outlets]
    yield (
        f"We analysed {count(counts.articles(study), 'article')} ({listed_up_to(each, MOST_OUTLETS, 'outlet')})"
        f"{span_of_dates(study)}: {count(counts.paragraphs(study), 'paragraph')} with {words_told(study)}."
    )
    reprinted = articles[articles["republisher"] != ""]
    for republisher, rows in reprinted.groupby("republisher", sort=True):
        were = "was" if len(rows) == 1 else "were"
        whose = listed(dict.fromkeys(rows["outlet"]))
        own = f"{capitalised(spelled(len(rows), 'article'))}{study.scope.within('articles')} of {whose}"
        yield f"{own} {were} read as reprinted by {republisher}."
    yield (
        f"All steps were made with the framing study, version {__version__} [@{report.key}]; headlines, captions, "
        "pull quotes and page "
        "furniture were set apart."
    )


def _voices(study: Study) -> Iterator[str]:
    """How speakers were told apart."""
    if study.has("word_voices"):
        yield (
            "Rules for English divided the text into the outlet's own words (narration), quoted and reported speech "
            "with its speaker, and the turns of interviews; every comparison was made for all text and for narration "
            "alone."
        )


def _topics(study: Study) -> Iterator[str]:
    """How topics were found, and how stable they are where that was measured."""
    how = study.settings.topics
    works = "@reimers2019; @wang2020" if study.settings.encoder == DEFAULT_ENCODER else "@reimers2019"
    yield (
        f"Paragraphs were embedded with {study.settings.encoder} [{works}], {percent(how.context)} of each vector "
        "lent by the neighbouring paragraphs of the article."
    )
    yield (
        f"Topics are the consensus [@fred2005] of {how.layouts:,} seeded runs of BERTopic's pipeline "
        f"[@grootendorst2022]: UMAP layouts [@mcinnes2018], each clustered by HDBSCAN [@campello2013] under "
        f"{len(how.cluster_sizes) * len(how.core_sizes)} settings, with the tree of co-occurrences cut where one half "
        f"of the runs gives the other half's topics again; {count(len(study.table('topics')), 'topic')} "
        f"{'was' if len(study.table('topics')) == 1 else 'were'} found."
    )
    rows = study.table("stability")
    other = rows[rows["what"].str.startswith("other seed")] if len(rows) else rows
    if len(other):
        yield (
            f"Whole ensembles with other seeds gave topics that agree with these at an adjusted Rand index of at least "
            f"{decimal(other['ari'].min())} [@hubert1985]."
        )


def _instruments(study: Study) -> Iterator[str]:
    """How tone, stance and frames were scored."""
    if study.has("tone"):
        named = instruments.in_order(study.table("tone"))
        works = {"vader": "VADER [@hutto2014]", "afinn": "AFINN [@nielsen2011]", "mean": "the mean of both"}
        told = listed(works.get(name, instruments.spoken(name)) for name in named)
        yield f"The tone of the wording was scored sentence by sentence with {told}; it is no stance."
    if study.has("targets"):
        own = study.settings.models.stance
        reader = f"the model {own}" if own else "a classifier trained on news sentences [@hamborg2021]"
        yield (
            f"Stance toward named actors was read off each sentence that mentions them by {reader}; what is quoted or "
            "reported counts for its speaker."
        )
    if study.has("frames"):
        own = study.settings.models.frames
        how = f"by the model {own}" if own else "by likeness to example sentences"
        yield (
            f"Generic [@semetko2000] and policy frames [@boydstun2014] were scored {how}, and microframes as biases "
            "and intensities on semantic axes [@kwak2021]; frames without validity on coded data carry no finding."
        )


def _words(study: Study) -> Iterator[str]:
    """How words were compared."""
    if study.has("keyness"):
        prior = study.settings.compare.prior_words
        yield (
            "Words and phrases were compared by log-odds ratios with an informative Dirichlet prior worth "
            f"{prior:,.0f} words [@monroe2008]."
        )


def _inference(study: Study) -> Iterator[str]:
    """What was tested, and with which unit."""
    how = study.settings.compare
    if not study.is_tested:
        yield (
            "The article is the unit of inference; with so few articles no difference could be tested, so the results "
            "are descriptive only."
        )
        return
    weight = "article" if how.estimand == "articles" else "paragraph or sentence"
    strata = f" within the same {listed(how.strata)}" if how.strata else ""
    yield (
        f"The article is the unit of inference, and every {weight} weighs the same: {percent(1 - how.alpha)} "
        f"intervals are bootstrap-t intervals over {how.resamples:,} resamples of whole articles [@efron1993], "
        f"p-values come from permuting the outlets of articles{strata}, corrected within families by max-T "
        f"[@westfall1993] and across them by the procedure of Benjamini and Bogomolov [@benjamini2014]{_pairs(study)}."
    )
    interest = {"share": how.interest.share, "tone": how.interest.tone, "stance": how.interest.stance}
    least = listed(f"{decimal(value)} in {name}" for name, value in interest.items() if value)
    if least:
        yield (
            f"Differences shown to be smaller than {least} were called equivalent by two one-sided tests "
            "[@schuirmann1987], corrected within families by Holm's method and across them likewise."
        )


def _pairs(study: Study) -> str:
    """How pairs of outlets were tested; "" with two outlets."""
    if len(study.gate.outlets) < 3:  # noqa: PLR2004 - two are the only pair
        return ""
    return "; pairs only behind a test of all outlets at once, corrected by Holm's method"


def _robustness(study: Study) -> Iterator[str]:
    """How results were tried under other choices."""
    if study.has("matches"):
        yield (
            "Paragraphs of different outlets that report the same fact within a few days were matched by their "
            "vectors and the words and numbers that they have in common, and compared side by side; tests of matched "
            "paragraphs are corrected among themselves."
        )
    if study.has("leave_one_out"):
        yield "Every comparison was repeated without each article."
    rows = study.table("multiverse_summary")
    if len(rows):
        yield (
            f"{capitalised(count(len(rows), 'headline comparison'))} were computed under other defensible choices "
            "(seeds, cluster settings, unit, word list, voice) [@steegen2016]."
        )
