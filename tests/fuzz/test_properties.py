"""The readers keep their promises for texts that hypothesis makes; `tests.fuzz.run` tries many more."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import properties
from tests.fuzz.seeds import inputs, kept, repeated
from tests.parsers.limits import CHARACTERS, seconds_of

derandomised = settings(
    max_examples=150, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip

PIECES = st.sampled_from([
    "\n\n", "\n", " ", "\r\n", "\u2028", "Ann Smith said ", "he said", ", ", ". ", ": ", "“", "”", '"', "'", "’", "‘",
    "''", "«", "»", "„", "Q: ", "A: ", "(AP)", "(", "[", "**", "* ", "# ", "By ", "April 18, 2012", "MOSCOW — ",
    "the envoy ", "according to ", "that it is over", "Mr. Ford", "NATO", "&amp;", "&#", "9" * 40, "\u200b", "\ufeff",
    "Original url:", "wanted to ", "party of ", "said", "- ", "—", "…", "İ", "ß", "🙂", "e\u0301",
])  # fmt: skip
PROSE = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map(
    lambda parts: "".join(parts).encode(errors="replace")
)

VALUE = st.sampled_from([
    "1", "-1", "1e999", "nan", "0x" + "F" * 40, "9" * 30, "true", '""', '"a"', '"../a"', '"a\\u0000"', "[]", '["a"]',
    "{}", "{a = 1}", "2020-01-02", "2020-01-02T03:04:05", '"' + "a" * 300 + '"', "[[[1]]]", "0.5",
])  # fmt: skip
KEY = st.sampled_from([
    "study.title", "study.seed", "study", "outlets", "articles", "articles_file", "compare.alpha", "compare.strata",
    "compare.interest.share", "topics.neighbours", "topics.context", "citation.date", "citation.doi", "models.tone",
    "reuse.threshold", "corpus.boilerplate_file", "kernels", "encoder", "folder", "people", "actors", "lexicons",
    "quotes.doubled_apostrophes", "a.b.c",
])  # fmt: skip
GOOD = b'[study]\ntitle = "A"\n[[outlets]]\nname = "H"\n[[articles]]\nfile = "a.txt"\noutlet = "H"\n'
TOML = st.lists(st.tuples(KEY, VALUE).map(" = ".join), max_size=3).map(
    lambda rows: "\n".join(rows).encode() + b"\n" + GOOD
)
BYTES = st.one_of(
    st.binary(max_size=200), st.text(max_size=100).map(lambda text: text.encode(errors="replace"))
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)
ROWS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"id": JSON, "text": st.text(max_size=10)}).map(
            lambda row: json.dumps(row).encode()
        ),
        BYTES,
        st.sampled_from([b"", b"  ", b"\xef\xbb\xbf", b"{", b'{"id": 1e999, "text": ""}', b"[" * 1_200]),
    ),
    max_size=4,
).map(b"\n".join)


@derandomised
@given(st.one_of(PROSE, BYTES))
def test_an_article_is_true_to_its_source_or_refused(tmp_path: Path, data: bytes) -> None:
    properties.article(data, tmp_path)


@derandomised
@given(st.one_of(PROSE, BYTES))
def test_quotations_stand_at_their_places_and_sentences_lose_nothing(tmp_path: Path, data: bytes) -> None:
    properties.quotes(data, tmp_path)


@derandomised
@given(st.one_of(TOML, BYTES, st.tuples(TOML, BYTES).map(properties.TABLE_MARK.join)))
def test_a_study_gives_settings_or_a_complaint(tmp_path: Path, data: bytes) -> None:
    properties.study(data, tmp_path)


@derandomised
@given(ROWS)
def test_a_file_of_json_lines_gives_its_objects_or_names_the_bad_line(tmp_path: Path, data: bytes) -> None:
    properties.lines(data, tmp_path)


@pytest.mark.parametrize("target", properties.PROPERTIES)
def test_what_the_fuzzer_starts_from_and_what_it_once_found_is_read(target: str, tmp_path: Path) -> None:
    for data in inputs(target):
        properties.PROPERTIES[target](data, tmp_path)


@pytest.mark.parametrize("target", properties.PROPERTIES)
def test_what_was_once_found_is_read_in_time_when_it_is_repeated(target: str, tmp_path: Path) -> None:
    for name, data in kept(target).items():
        read = functools.partial(properties.TIMED[target], repeated(data, CHARACTERS // 5), tmp_path)
        assert seconds_of(read, limit=5) < 1, name
