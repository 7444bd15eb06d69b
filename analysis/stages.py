"""What each stage takes, makes, and depends on. Libraries are imported when a stage runs, not before."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import store

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from analysis.embedding.encoder import Encoder
    from analysis.framing.stance import StanceModel
    from analysis.progress import Step
    from analysis.settings import Settings

    Read = Callable[[str], pd.DataFrame]
    Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step from tables to tables.

    Attributes:
        name: its name in the manifest.
        title: what a reader of the progress bar sees.
        inputs: tables it reads; when their content is unchanged, so is the stage's result.
        code: sub-packages and modules its result depends on.
        distributions: libraries whose version its result depends on.
        settings: the settings and files, beside the tables, that its result depends on.
        run: makes the tables.
    """

    name: str
    title: str
    inputs: tuple[str, ...]
    code: tuple[str, ...]
    distributions: tuple[str, ...]
    settings: Callable[[Settings], Any]
    run: Callable[[Settings, Read, Step], Tables]


def source_hashes(settings: Settings) -> dict[str, str]:
    """SHA-256 of every article file that is there; a missing one is the corpus stage's to complain about."""
    paths = {source.file: settings.folder / source.file for source in settings.articles}
    return {file: store.sha256(path.read_bytes()) for file, path in paths.items() if path.is_file()}


def file_hash(path: Path) -> str:
    """SHA-256 of a file; "" where it is missing, which is its reader's to complain about."""
    return store.sha256(path.read_bytes()) if path.is_file() else ""


def analysed(read: Read) -> pd.DataFrame:
    """The paragraphs that are analysed, numbered anew."""
    paragraphs = read("paragraphs")
    return paragraphs[paragraphs["analysed"]].reset_index(drop=True)


def vector_array(read: Read) -> np.ndarray:
    """The vectors of the analysed paragraphs, shape (paragraphs, dimensions), in their order."""
    import numpy as np

    return np.stack(read("vectors")["vector"].tolist())


def workers() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _corpus(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001 - reads files, not tables
    from analysis.corpus import read_corpus

    corpus = read_corpus(settings)
    return {
        "articles": corpus.articles,
        "paragraphs": corpus.paragraphs,
        "audit": corpus.audit,
        "unknown_lines": corpus.unknown_lines,
    }


def _voices(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    from analysis.voices import read_names, read_quotes, read_reuse, read_sentences
    from analysis.voices.summary import narration_left, reporting_verbs, word_voices, words_by_speaker

    paragraphs = read("paragraphs")
    found = read_quotes(paragraphs, settings.people, doubled=settings.quotes.doubled_apostrophes)
    sentences = read_sentences(paragraphs, found.quotes)
    words = word_voices(paragraphs, found.quotes)
    return {
        "quotes": found.quotes,
        "terms": found.terms,
        "sentences": sentences,
        "names": read_names(sentences, paragraphs),
        "reuse": read_reuse(paragraphs, found.quotes, settings.reuse),
        "word_voices": words,
        "words_by_speaker": words_by_speaker(words),
        "reporting_verbs": reporting_verbs(found.quotes, paragraphs),
        "narration_left": narration_left(words),
    }


def encoder_fingerprint(settings: Settings) -> str:
    """What a vector depends on beside its text: the encoder's weights, configuration and tokenizer."""
    from analysis.embedding.model import find_model

    return find_model(settings.encoder, settings.folder).fingerprint


def embedded(texts: list[str], settings: Settings, step: Step) -> np.ndarray:
    """The vectors of texts from the study's encoder, shape (texts, dimensions), each embedded once."""
    import platformdirs

    from analysis.embedding.cache import VectorCache
    from analysis.embedding.model import find_model
    from analysis.embedding.vectors import embed

    model = find_model(settings.encoder, settings.folder)

    def load() -> Encoder:
        from analysis.embedding.transformer import TransformerEncoder

        return TransformerEncoder(model, workers=workers())

    cache = VectorCache(Path(platformdirs.user_cache_dir("framing-study")) / "vectors", model.fingerprint)
    return embed(texts, load=load, cache=cache, progress=step)


def _vectors(settings: Settings, read: Read, step: Step) -> Tables:
    import pandas as pd

    paragraphs = analysed(read)
    vectors = embedded(paragraphs["plain"].tolist(), settings, step)
    return {"vectors": pd.DataFrame({"paragraph_id": paragraphs["paragraph_id"], "vector": list(vectors)})}


def _topics(settings: Settings, read: Read, step: Step) -> Tables:
    import pandas as pd

    from analysis.topics.find import find_topics

    found = find_topics(
        analysed(read), vector_array(read), settings=settings, workers=workers(), progress=step
    )
    reasons = [found.reason] if found.reason else []
    return {
        "topics": found.topics,
        "assignments": found.assignments,
        "exemplars": found.exemplars,
        "cut_profile": found.cut_profile,
        "no_topics": pd.DataFrame({"reason": pd.Series(reasons, dtype="str")}),
    }


def _tone(settings: Settings, read: Read, step: Step) -> Tables:
    import pandas as pd

    from analysis.framing.chosen import tone_model
    from analysis.framing.tone import read_lexicons, wording_tone

    own = read_lexicons(settings.lexicons, settings.folder)
    tone, model = wording_tone(read("sentences"), own, progress=step), tone_model(settings, workers=workers())
    if model:
        tone = pd.concat([tone, model.score(read("sentences"), progress=step)], ignore_index=True)
    return {"tone": tone}


def bundled_stance_model() -> StanceModel:
    """The classifier of stance toward an actor, on the bundled encoder."""
    from analysis.embedding.model import DEFAULT, find_model
    from analysis.framing import stance

    return stance.load(find_model(DEFAULT).folder, workers=workers())


def bundled_encoder() -> str:
    """What the bundled instruments depend on beside their own weights."""
    from analysis.embedding.model import DEFAULT, find_model

    return find_model(DEFAULT).fingerprint


def _mentions(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    from analysis.framing.targets import find_mentions

    sentences = read("sentences")
    inside = sentences["paragraph_id"].isin(analysed(read)["paragraph_id"])
    return {"mentions": find_mentions(sentences[inside], read("names"), settings.actors)}


def _targets(settings: Settings, read: Read, step: Step) -> Tables:
    from analysis import tables
    from analysis.framing.chosen import stance_model
    from analysis.framing.targets import known_speakers, target_stances

    mentions, sentences = read("mentions"), read("sentences")
    if not settings.actors or mentions.empty:
        return {"targets": tables.table("targets", ())}
    model = stance_model(settings, workers=workers()) or bundled_stance_model()
    said = sentences.assign(speaker=known_speakers(sentences["speaker"], settings.actors))
    return {"targets": target_stances(mentions, said, model, progress=step)}


def model_fingerprint(task: str) -> Callable[[Settings], str]:
    """What a stage depends on where the study may name a model for the task: that model's files."""

    def fingerprint(settings: Settings) -> str:
        from analysis.framing import hub

        return hub.fingerprint(task, settings)

    return fingerprint


def _cards(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001 - reads cards, not tables
    from analysis import tables
    from analysis.framing.card import cards
    from analysis.framing.shipped import Shipped, shipped
    from analysis.framing.validity import cards_table, validity_table
    from analysis.voices import quotes

    used = [Shipped(quotes.NAME, quotes.VERSION, quotes.MEASURES), *shipped(settings)]
    present = {each.name: {other.version for other in used if other.name == each.name} for each in used}
    kept = cards()
    rows = ({"instrument": each.name, "version": each.version, "measures": each.measures} for each in used)
    return {
        "instruments": tables.table("instruments", rows),
        "cards": cards_table(kept, present),
        "validity": validity_table(kept),
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


def _topic_voices(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    from analysis.voices.summary import topic_voices

    return {"topic_voices": topic_voices(read("word_voices"), read("assignments"))}


def _compare(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    from analysis.compare import compare
    from analysis.voices import paragraph_weights

    paragraphs = read("paragraphs")
    weights = paragraph_weights(paragraphs, read("reuse"), settings.reuse.policy)
    result = compare(
        articles=read("articles"),
        paragraphs=paragraphs.assign(weight=weights.to_numpy()),
        sentences=read("sentences"),
        assignments=read("assignments"),
        tone=read("tone"),
        targets=read("targets"),
        settings=settings.compare,
        outlets=settings.outlets,
        seed=settings.study.seed,
    )
    return {
        "design": result.design,
        "estimates": result.estimates,
        "keyness": result.keyness,
        "prior_sensitivity": result.prior_sensitivity,
        "shared_topics": result.shared_topics,
        "article_tone": result.article_tone,
        "confounding": result.confounding,
    }


MODEL_CODE = (
    "framing/hub.py",
    "framing/chosen.py",
    "framing/classifier.py",
    "framing/labels.py",
    "models.py",
)

STAGES = (
    Stage(
        name="corpus",
        title="Reading the articles",
        inputs=(),
        code=("corpus", "records.py"),
        distributions=("pandas", "pyarrow"),
        settings=lambda s: (
            dataclasses.asdict(s)["outlets"],
            dataclasses.asdict(s)["articles"],
            source_hashes(s),
        ),
        run=_corpus,
    ),
    Stage(
        name="voices",
        title="Telling who speaks",
        inputs=("paragraphs",),
        code=("voices", "records.py"),
        distributions=("datasketch", "numpy", "pandas", "syntok"),
        settings=lambda s: [dataclasses.asdict(s)[name] for name in ("people", "quotes", "reuse")],
        run=_voices,
    ),
    Stage(
        name="vectors",
        title="Embedding paragraphs",
        inputs=("paragraphs",),
        code=("embedding", "models.py"),
        distributions=("numpy", "sentence-transformers", "tokenizers", "torch", "transformers"),
        settings=encoder_fingerprint,
        run=_vectors,
    ),
    Stage(
        name="topics",
        title="Finding topics",
        inputs=("paragraphs", "vectors"),
        code=("topics",),
        distributions=(
            "bertopic",
            "hdbscan",
            "numba",
            "numpy",
            "pandas",
            "scikit-learn",
            "scipy",
            "umap-learn",
        ),
        settings=lambda s: (dataclasses.asdict(s.topics), s.study.seed, dataclasses.asdict(s)["outlets"]),
        run=_topics,
    ),
    Stage(
        name="tone",
        title="Scoring the wording",
        inputs=("sentences",),
        code=("framing/tone", *MODEL_CODE),
        distributions=("afinn", "tokenizers", "torch", "transformers", "vaderSentiment"),
        settings=lambda s: (
            [(one.name, file_hash(s.folder / one.file)) for one in s.lexicons],
            model_fingerprint("tone")(s),
        ),
        run=_tone,
    ),
    Stage(
        name="mentions",
        title="Finding the actors",
        inputs=("sentences", "paragraphs", "names"),
        code=("framing/targets",),
        distributions=("pandas",),
        settings=lambda s: dataclasses.asdict(s)["actors"],
        run=_mentions,
    ),
    Stage(
        name="targets",
        title="Reading the stance",
        inputs=("mentions", "sentences"),
        code=("framing/stance", "framing/targets", "embedding/model.py", *MODEL_CODE),
        distributions=("numpy", "pandas", "tokenizers", "torch", "transformers"),
        settings=lambda s: (
            (dataclasses.asdict(s)["actors"], bundled_encoder(), model_fingerprint("stance")(s))
            if s.actors
            else None
        ),
        run=_targets,
    ),
    Stage(
        name="cards",
        title="Reading validity cards",
        inputs=(),
        code=("framing", "voices/quotes.py", "models.py"),
        distributions=("afinn", "vaderSentiment"),
        settings=lambda s: [
            *(model_fingerprint(task)(s) for task in ("tone", "stance", "frames")),
            [(one.name, file_hash(s.folder / one.file)) for one in s.lexicons],
        ],
        run=_cards,
    ),
    Stage(
        name="instruments",
        title="Comparing instruments",
        inputs=("paragraphs", "sentences", "tone", "targets"),
        code=("compare", "framing"),
        distributions=("afinn", "numpy", "pandas", "vaderSentiment"),
        settings=lambda s: [(one.name, file_hash(s.folder / one.file)) for one in s.lexicons],
        run=_instruments,
    ),
    Stage(
        name="topic voices",
        title="Whose voice a topic is",
        inputs=("word_voices", "assignments"),
        code=("voices",),
        distributions=("pandas",),
        settings=lambda _: None,
        run=_topic_voices,
    ),
    Stage(
        name="compare",
        title="Comparing outlets",
        inputs=("articles", "paragraphs", "sentences", "reuse", "assignments", "tone", "targets"),
        code=("compare", "voices/reuse.py"),
        distributions=("numpy", "pandas", "scikit-learn", "scipy"),
        settings=lambda s: (
            dataclasses.asdict(s.compare),
            s.reuse.policy,
            s.study.seed,
            dataclasses.asdict(s)["outlets"],
        ),
        run=_compare,
    ),
)
"""Every stage before the page, in order."""
