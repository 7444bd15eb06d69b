"""What runs inside a variation: the study's report, or its stages on shuffled rows; and a note of what it saw.

python -m analysis.reproducing.child NOTE UNPINNED STUDY OUT [BASE]
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis import pipeline
from analysis.errors import StudyError
from analysis.reproducing import seen


def main(arguments: Sequence[str]) -> int:
    """Render the study, or with a base run each of its stages on the base's tables; the exit code.

    Args:
        arguments: the file for what the process saw; variables, as JSON, that are set over the pinned ones (numpy is
            not yet imported here); the study; where the report or the tables go; and a report whose tables are to be
            shuffled, if any.
    """
    note, unpinned, study, out, *base = arguments
    os.environ.update(json.loads(unpinned))
    try:
        if base:
            from analysis.reproducing.rows import write_shuffled

            write_shuffled(Path(study), Path(base[0]), Path(out))
        else:
            pipeline.report(Path(study), Path(out))
    except StudyError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    seen.write(Path(note))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
