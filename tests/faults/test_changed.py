"""A source that changes while it is read: the page tells of one state of it, or the run says that it changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.faults.conftest import Forks, Undisturbed
from tests.faults.small import EDITED, TEXTS, edited, files

FILE, BEFORE, AFTER = EDITED, TEXTS[EDITED], edited(TEXTS[EDITED])
MOMENTS = ("Reading the articles", "Telling who speaks", "Comparing outlets", "Figures", "Page")


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_an_article_that_is_edited_meanwhile_is_told_and_no_result_is_of_both(
    undisturbed: Undisturbed, forks: Forks, tmp_path: Path, moment: str
) -> None:
    study, out = Path(shutil.copytree(undisturbed.before, tmp_path / "study")), tmp_path / "out"
    edit = {"title": moment, "path": str(study / FILE), "text": AFTER}
    ended = forks.report(study, out, edit=edit)
    assert (ended.code, ended.said) == (
        1, f"{study / FILE}: changed while the study was read - run the command again"
    )  # fmt: skip
    assert not (out / "index.html").exists()
    assert forks.report(study, out).code == 0
    assert files(out) == files(undisturbed.after_out)
    (study / FILE).write_text(BEFORE)
    assert forks.report(study, out).code == 0
    assert files(out) == files(undisturbed.before_out)


@pytest.mark.slow
def test_what_was_made_of_an_edited_article_is_not_kept_under_the_old_text(
    undisturbed: Undisturbed, forks: Forks, tmp_path: Path
) -> None:
    study, out = Path(shutil.copytree(undisturbed.before, tmp_path / "study")), tmp_path / "out"
    edit = {"title": MOMENTS[0], "path": str(study / FILE), "text": AFTER}
    assert forks.report(study, out, edit=edit).code == 1
    (study / FILE).write_text(BEFORE)
    assert forks.report(study, out).code == 0
    assert files(out) == files(undisturbed.before_out)
