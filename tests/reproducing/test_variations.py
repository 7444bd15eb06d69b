"""Which variations there are, and why some cannot be had here."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.environment import pinned_variables
from analysis.errors import StudyError
from analysis.reproducing import variations
from analysis.reproducing.variation import COLD, WARM, Variation


def test_every_variation_has_a_name_of_its_own_and_says_what_it_varies() -> None:
    every = variations.every()
    assert len({one.name for one in every}) == len(every) > 15
    assert all(one.varies for one in every)


def test_all_are_chosen_when_none_is_named_and_otherwise_the_named_in_the_matrix_s_order() -> None:
    assert [one.name for one in variations.chosen(())] == [one.name for one in variations.every()]
    assert [one.name for one in variations.chosen(("zone", "again"))] == ["again", "zone"]


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(StudyError, match="there is no variation 'moon' - choose from again, warm, one-core"):
        variations.chosen(("moon",))


def test_processors_are_skipped_with_a_reason_where_there_is_no_emulator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (haswell,) = variations.chosen(("haswell",))
    assert haswell.obstacle == "qemu-x86_64 is not on the PATH (Debian: qemu-user)"
    emulator = tmp_path / "qemu-x86_64"
    emulator.write_text("#!/bin/sh\n")
    emulator.chmod(0o755)
    (haswell,) = variations.chosen(("haswell",))
    assert (haswell.obstacle, haswell.wrapper) == ("", ("qemu-x86_64", "-cpu", "Haswell"))
    assert haswell.cores == 1, "workers are processes of their own and would not be emulated"


def test_a_locale_that_is_not_installed_is_an_obstacle_and_asking_for_it_changes_none() -> None:
    assert variations._no_locale("xx_XX.UTF-8") == "the locale xx_XX.UTF-8 is not installed"
    assert variations._no_locale("C") == ""


def test_kernels_and_threads_are_asked_for_by_the_very_variables_that_are_pinned() -> None:
    asked = {**variations.KERNELS, **variations.THREADS}
    pinned = pinned_variables()
    assert {name for name in asked if pinned[name] != asked[name]} == set(asked)


def test_the_run_for_ci_combines_what_the_single_runs_vary() -> None:
    (together,) = variations.chosen((variations.TOGETHER,))
    single = variations.chosen(("zone", "locale", "hash-seed", "home", "threads", "kernels"))
    wanted = {item for one in single for item in one.environment.items()}
    assert wanted <= set(together.environment.items())
    assert (together.cores, together.umask, together.shuffled, together.elsewhere) == (1, 0o077, True, True)


@pytest.mark.parametrize(
    ("variation", "needs"),
    [
        (Variation("a", "", recompute=COLD), False),
        (Variation("a", "", recompute=WARM), True),
        (Variation("a", "", recompute=40), True),
        (Variation("a", "", rows=True), True),
    ],
)
def test_a_variation_needs_the_base_s_vectors_unless_it_computes_them_all(
    variation: Variation, needs: bool
) -> None:
    assert variation.needs_vectors is needs
