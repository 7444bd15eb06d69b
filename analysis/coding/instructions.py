"""What coders are told: the variables, their values and examples, as a page of Markdown."""

from __future__ import annotations

from analysis.coding.variables import FRAMES, NONE, STANCES

GENERAL = """# How to fill in the coding sheet

Open the CSV file in a spreadsheet and write into the columns `coder`, `tone`, `stance`, `frames` and `note` only. Leave
the others, and the order of the rows, as they are. Save as CSV in UTF-8. Work alone: do not talk about single rows with
other coders before everybody is done. Rows may be left empty; an empty cell means "not coded", never "neutral".

- `coder`: your name or initials, the same in every row. Where it is empty, the file's name stands for you.
- `sentence`: what to code. `paragraph`: where it stands; read it first.
- `note`: anything that made a row hard. It is not analysed.

A cell that starts with an apostrophe was written so to keep the spreadsheet from reading it as a formula.
"""

TONE = """
## tone: how is the sentence worded?

How positive or negative the *words* are, whoever says them and whatever you think of the matter. "War broke out" is
worded negatively, also when it is a plain fact.

| value | meaning |
|---|---|
| -2 | very negative wording: catastrophe, atrocity, betrayal |
| -1 | rather negative: concern, tension, setback |
| 0 | neither, or both in balance |
| 1 | rather positive: progress, agreement, support |
| 2 | very positive: triumph, friendship, brilliant |
"""

STANCE = """
## stance: how does the sentence stand toward the target?

The target is named in the column `target`; leave `stance` empty where that is empty. Code what the sentence as a whole,
in whoever's voice it is, says of the target: does it put it in a good light, in a bad light, or in neither? A sentence
in which the target only suffers or does something is neutral toward it.

Values: {values}.
"""

FRAMES_TEXT = """
## frames: how is the matter presented?

Of the whole *paragraph*, not of the sentence alone. Write every frame that is clearly there, with a semicolon between
them, or `{none}`.

| value | is there when the paragraph ... |
|---|---|
| conflict | shows sides that reproach, attack or oppose each other, or tells of winners and losers |
| responsibility | says who caused a problem, or who has to solve it |
| human interest | gives a human face: shows how persons are affected, or tells of their lives to move the reader |
| economic | speaks of costs, gains or losses, or of economic consequences |
| morality | judges by morals, religion or right and wrong, or tells how one should behave |

The five are those of Semetko and Valkenburg (2000, Framing European politics, Journal of Communication 50).
Allowed: {values}, {none}.
"""


def instructions(*, has_targets: bool) -> str:
    """The instructions for a sheet, with the part on stance where it has targets."""
    stance = STANCE.format(values=", ".join(STANCES)) if has_targets else ""
    return GENERAL + TONE + stance + FRAMES_TEXT.format(none=NONE, values=", ".join(FRAMES))
