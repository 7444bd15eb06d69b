from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import StoreError
from analysis.scale.shards import Shard, swept

TABLES = {"words": pd.DataFrame({"word": ["a", "b"], "count": [1, 2]}), "facts": pd.DataFrame({"n": [3]})}


def shard(root: Path, key: str = "0123abcd") -> Shard:
    return Shard(root, "step", key)


def test_what_was_written_is_there_and_is_read_back(tmp_path: Path) -> None:
    assert not shard(tmp_path).holds()
    shard(tmp_path).write(TABLES)
    assert shard(tmp_path).holds()
    pd.testing.assert_frame_equal(shard(tmp_path).table("words"), TABLES["words"])
    assert list(shard(tmp_path).table("words", ["count"])) == ["count"]


@pytest.mark.parametrize("damage", [b"", b"PAR1", None])
def test_a_damaged_or_missing_file_makes_the_whole_shard_as_good_as_none(
    tmp_path: Path, damage: bytes | None
) -> None:
    shard(tmp_path).write(TABLES)
    path = shard(tmp_path).folder / "words.parquet"
    path.unlink() if damage is None else path.write_bytes(damage)
    assert not shard(tmp_path).holds()
    shard(tmp_path).write(TABLES)
    assert shard(tmp_path).holds()


def test_a_changed_byte_is_found(tmp_path: Path) -> None:
    shard(tmp_path).write(TABLES)
    path = shard(tmp_path).folder / "facts.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert not shard(tmp_path).holds()


def test_a_record_of_another_key_or_none_at_all_does_not_count(tmp_path: Path) -> None:
    shard(tmp_path).write(TABLES)
    record = shard(tmp_path).folder / "shard.json"
    record.write_text(record.read_text().replace("0123abcd", "0123abce"))
    assert not shard(tmp_path).holds()
    record.write_text("[]")
    assert not shard(tmp_path).holds()
    record.write_text("{")
    assert not shard(tmp_path).holds()


def test_nothing_is_seen_before_all_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> int:
        if path.name == "facts.parquet":
            raise OSError(28, "No space left on device")
        return original(path, content)

    original = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(StoreError, match=r"No space left on device.*free some space"):
        shard(tmp_path).write(TABLES)
    assert not shard(tmp_path).folder.exists()
    assert list(tmp_path.glob("step/*")) == []


def test_two_that_make_the_same_shard_do_not_disturb_each_other(tmp_path: Path) -> None:
    shard(tmp_path).write(TABLES)
    before = (shard(tmp_path).folder / "facts.parquet").stat().st_ino
    shard(tmp_path).write(TABLES)
    assert (shard(tmp_path).folder / "facts.parquet").stat().st_ino == before
    assert [path.name for path in tmp_path.glob("step/*")] == ["0123abcd"]


def test_what_no_run_stands_on_is_swept(tmp_path: Path) -> None:
    kept, old = shard(tmp_path), shard(tmp_path, "ffff")
    kept.write(TABLES)
    old.write(TABLES)
    (tmp_path / "step" / ".making-x").mkdir()
    assert swept(tmp_path, [kept]) == 2
    assert kept.holds()
    assert [path.name for path in tmp_path.glob("step/*")] == ["0123abcd"]


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    shard(tmp_path).write(TABLES)
    with pytest.raises(StoreError, match=r"verbs\.parquet: cannot be read.*run the command again"):
        shard(tmp_path).table("verbs")
