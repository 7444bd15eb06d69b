"""The word lists that come with the tool: VADER and AFINN."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from pathlib import Path

from analysis.errors import StoreError
from analysis.framing.tone.lexicon import Lexicon
from analysis.framing.tone.vader import Vader
from analysis.framing.tone.word_list import WordList

AFINN_FILE = "afinn/data/AFINN-en-165.txt"
BUNDLED = ("vader", "afinn")


def bundled() -> tuple[Lexicon, ...]:
    """VADER, then AFINN."""
    return (Vader(), afinn())


@cache
def afinn() -> WordList:
    """AFINN's English list of 3,382 words and phrases, each rated from -5 to 5 by its author.

    Only the list is read from the package `afinn` (its data stand under the Open Database License, which lets a tool
    use it with its name given); none of the package's code is run. Found as the package finds them: whole words
    whatever their case, the longest phrase first, no rule for negation beyond the few negated phrases in the list.

    Source: Nielsen (2011), A new ANEW: evaluation of a word list for sentiment analysis in microblogs, ESWC workshop
    on Making Sense of Microposts.

    Raises:
        StoreError: the package or its list is not there.
    """
    try:
        package = metadata.distribution("afinn")
        lines = Path(str(package.locate_file(AFINN_FILE))).read_text("utf-8").splitlines()
    except (metadata.PackageNotFoundError, OSError) as error:
        raise StoreError(f"AFINN's word list is not there ({error})", remedy="pip install afinn") from None
    entries = dict(line.rsplit("\t", 1) for line in lines if line.strip())
    scores = {word: float(score) for word, score in entries.items()}
    return WordList("afinn", f"AFINN-en-165 (afinn {package.version})", scores, title="AFINN")
