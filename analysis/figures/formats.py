"""A finished figure as PDF and PNG: for print and for slides, the same bytes every time."""

from __future__ import annotations

import io
import warnings
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from analysis.figures import style

DOTS_PER_INCH = 300


def to_pdf(figure: Figure, title: str, alt: str) -> bytes:
    """The figure as a PDF of one page whose text can be selected, with its title and alt text as metadata.

    It is not compressed: which bytes a compressor gives depends on its version, and a figure is small.
    """
    nothing = dict.fromkeys(("Creator", "Producer", "CreationDate"))
    options: Any = {"pdf.compression": 0, "pdf.fonttype": 42}
    return _saved(figure, "pdf", options, metadata={**nothing, "Title": title, "Subject": alt})


def to_png(figure: Figure, title: str, alt: str) -> bytes:
    """The figure as a PNG of 300 dots per inch, with its title and alt text as metadata."""
    described = {"Software": None, "Title": title, "Description": alt}
    return _saved(figure, "png", {}, metadata=described, dpi=DOTS_PER_INCH)


def _saved(figure: Figure, kind: str, options: Any, **how: Any) -> bytes:  # noqa: ANN401 - matplotlib's own
    """What matplotlib writes for the figure in this format."""
    written = io.BytesIO()
    with style.context(), mpl.rc_context(options), warnings.catch_warnings():
        # DejaVu Sans lacks some scripts; the SVG, whose text the reader's own fonts draw, has them.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        figure.savefig(written, format=kind, **how)
    return written.getvalue()
