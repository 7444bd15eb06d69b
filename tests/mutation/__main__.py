"""Change the code in one place, run the tests that reach it, and count how often they fail: `python -m tests.mutation`.

mutmut makes the changes (`+` to `-`, an argument left out, a string altered) in the comparison, the voices and the
corpus; a sample of each package's mutants is drawn by a seed. The record is `tests/mutation/record.csv`. To see a
mutant that the tests did not notice: `.venv/bin/mutmut show NAME`.
"""

from __future__ import annotations

import argparse
import os
import sys

from tests.mutation.reached import PACKAGES
from tests.mutation.run import keep, measure


def main() -> int:
    """Try the mutants of the packages that are named, print and keep how many the tests killed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("packages", nargs="*", default=[], help=", ".join(PACKAGES))
    parser.add_argument("--sample", type=int, default=150, help="mutants of each package (default 150)")
    parser.add_argument("--all", action="store_true", help="all mutants: many hours")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes (default: cores)")
    given = parser.parse_args()
    if unknown := set(given.packages).difference(PACKAGES):
        parser.error(f"no package of these: {', '.join(sorted(unknown))}")
    rows = measure(
        given.packages or PACKAGES,
        size=None if given.all else given.sample,
        seed=given.seed,
        workers=given.workers,
    )
    for row in rows:
        print(", ".join(f"{name}: {value}" for name, value in row.items()))  # noqa: T201
    keep(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
