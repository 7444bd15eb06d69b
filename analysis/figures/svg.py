"""A finished figure as SVG text: the same bytes every time, and safe to place beside others in one page."""

from __future__ import annotations

import io
import re
import warnings
from html import escape

import matplotlib as mpl
from matplotlib.figure import Figure

from analysis.figures import style

FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
"""Text stays text: it can be searched, copied and read out, and takes the page's type. Positions are laid out for
DejaVu Sans, which is wider than any of these, so that nothing runs into its neighbour."""

THEME = {
    style.PAPER: "paper", style.INK: "ink", style.BLACK: "ink", style.MUTED: "muted", style.RULE: "rule",
    style.FILL: "fill",
}  # fmt: skip
"""Which colours follow the page into dark mode, each with the name of the page's own variable."""

_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r'\bid="([^"]+)"')
_REFERENCE = re.compile(r'(?<=href="#)[^"]+|(?<=url\(#)[^")]+')
_COORDINATE = re.compile(r"-?(?<!\d)\d++\.\d+")
_FONT_FAMILY = re.compile(r"; font-family: [^;\"]*")
_NO_ROTATION = re.compile(r' transform="rotate\(-?0 [^"]*\)"')
_THEMED = re.compile(rf"(fill|stroke): ({'|'.join(THEME)})")
_PLATE = re.compile(r'<g id="[^"]*patch_1">\s*<path [^>]*/>\s*</g>')
_ROOT = re.compile(r"<svg [^>]*>")
_GLOBAL_STYLE = re.compile(
    r"(?:(?<!\s)\s+)?+<defs>\s*+<style(?:(?!</style>|<style).)*+</style>\s*+</defs>", re.DOTALL
)


def to_svg(figure: Figure, slug: str, title: str, alt: str) -> str:
    """The figure as a stand-alone SVG with a title and a description.

    Every id that is referred to starts with `slug` and a hyphen, so that no two figures of a page share one;
    the others are dropped. Coordinates are rounded to a hundredth of a pixel. Nothing depends on the time or
    the machine's fonts.
    """
    drawing = _drawn(figure, slug)
    body = _GLOBAL_STYLE.sub("", drawing[drawing.index("<svg") :], count=1)
    referred = set(_REFERENCE.findall("".join(_TAG.findall(body))))
    body = _TAG.sub(lambda tag: _tidy(tag.group(), slug, referred), body)
    width, height = (figure.get_size_inches() * style.PIXELS_PER_INCH).round().astype(int).tolist()
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}"'
        f' height="{height}" viewBox="0 0 {width} {height}" role="img"'
        f' aria-labelledby="{slug}-title {slug}-description"'
        f' style="font-family: {FONTS}; stroke-linejoin: round; stroke-linecap: butt">\n'
        f'<title id="{slug}-title">{escape(title)}</title>\n<desc id="{slug}-description">{escape(alt)}</desc>'
    )
    return _ROOT.sub(lambda _: root, body, count=1)


def inlined(svg: str, alt: str) -> str:
    """The SVG for use inside a page: it takes the page's ink, has no plate of its own and is one image to a reader."""
    svg = re.sub(r"\n<title [^<]*</title>\n<desc [^<]*</desc>", "", svg, count=1)
    svg = re.sub(r' aria-labelledby="[^"]*"', lambda _: f' aria-label="{escape(alt)}"', svg, count=1)
    svg = _PLATE.sub("", svg, count=1)
    return _TAG.sub(lambda tag: _THEMED.sub(_variable, tag.group()), svg)


def _drawn(figure: Figure, slug: str) -> str:
    """What matplotlib writes for the figure, with neither a date nor its own name in it."""
    written = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Type", "Format"))
    with style.context(), mpl.rc_context({"svg.hashsalt": slug}), warnings.catch_warnings():
        # A glyph that DejaVu Sans lacks is no loss: the reader's own fonts draw the text.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        figure.savefig(written, format="svg", metadata=nothing)
    return written.getvalue()


def _tidy(tag: str, slug: str, referred: set[str]) -> str:
    """One tag with its ids namespaced, its coordinates rounded and what repeats in every tag left out."""
    tag = _NO_ROTATION.sub("", _FONT_FAMILY.sub("", tag))
    tag = _ID.sub(lambda found: f'id="{slug}-{found[1]}"' if found[1] in referred | {"patch_1"} else "", tag)
    tag = _REFERENCE.sub(lambda found: f"{slug}-{found.group()}", tag)
    tag = _COORDINATE.sub(_rounded, tag)
    return " ".join(tag.split()).replace(" >", ">").replace(" />", "/>")


def _rounded(number: re.Match[str]) -> str:
    """A coordinate to two decimals, without needless zeros or a minus before zero."""
    text = f"{float(number.group()):.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _variable(colour: re.Match[str]) -> str:
    """A paint of the theme as the page's variable."""
    return f"{colour[1]}: var(--{THEME[colour[2]]})"
