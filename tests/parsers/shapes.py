"""Texts that are hard to read in time: one thing over and over, as an attacker or a broken export writes it."""

from __future__ import annotations

UNITS = {
    "straight marks": '"', "opening marks": "“", "closing marks": "”", "low marks": "„", "angles": "»«",
    "apostrophes": "'", "quoted letters": "‘a’ ", "quoted words": '"a" ', "closed with a letter": "“a” ",
    "titles in marks": "He saw “Some Great Title Again Today” ", "quotations": "“It is all over,” he said. ",
    "full stops": ".", "dotted letters": "A.", "abbreviations": "Mr. ", "short sentences": "A. ", "questions": "? ",
    "line breaks": "\n", "empty paragraphs": "\n\n", "short paragraphs": "a\n\n", "carriage returns": "\r",
    "broken paragraphs": "and so it goes on\n\n", "open paragraphs": "word\n\nword, \n\n",
    "spaces": " ", "no-break spaces": "\xa0", "spaces of no width": "\u200b", "tabs": "\t",
    "brackets": "[", "round brackets": "(", "nested brackets": "((a", "closed brackets": "()", "links": "[a](",
    "credits": "(AP", "captions": "(AP) a\n\n\n\n", "stars": "*", "strong": "**", "strong words": "**a",
    "underscores": "_a",
    "said": "said ", "he said": "he said ", "saying that": "saying that ", "said, capital": "Said ", "that": "that ",
    "colons": "a: ", "colon and mark": ': "a b c d" ', "to say": "wanted to ", "of": "party of ", "commas": "a, ",
    "according to": "according to ", "dashes": "— ", "hyphens": "a-", "one word": "a", "one capital": "A",
    "capitals": "Ab ", "digits": "1", "figures": "1,", "dates": "April 18, 2012\n\n",
    "turns": "A: why?\n\nQ: yes.\n\n", "labels": "A: ", "names of a list": "Ann Smith, ", "pronouns": "he ",
    "actors": "NATO ", "actors and marks": "“Russia” ", "described": "the alliance ", "persons": "Trump he ",
    "entities": "&#", "long entity": "&#1", "tags": "<b", "closed tags": "</p>", "divisions": "<div>",
    "scripts": "<script ", "scripts and ends": "<script>a</script>", "comments": "<!--", "comment ends": "-->",
    "wrong encodings": "â€™", "accents": "e\u0301", "combining": "\u0301", "emoji": "\U0001f600",
    "letters of Greek": "ΑΣ ",
    "pull quotes": '"one two three four five six"\n\n', "page ends": "Original url:\n\n", "headings": "# a\n\n",
    "hash and spaces": "#" + " " * 997 + "a", "front matter": "---\n", "digits and dots": "1.1",
    "urls": "https://a.b/",
}  # fmt: skip
"""What is repeated, by a name for people."""


def numbered(unit: str, count: int) -> str:
    """A text of parts that are all different: `{}` in `unit` is a word for the number of the part."""
    return "".join(unit.replace("{}", _word(number)) for number in range(count))


VARIED = {
    "different names": "X{} Y{}, ", "different titled names": "Mr. X{} Y{}, ", "names of one family": "X{} Smith, ",
    "a name and its surname": "X{} Smith said. Smith said. ", "anonymous persons": "a x{} official said. ",
    "the described": "the x{} envoy said. ", "envoys": "the envoy X{} Y{} said. The y{} envoy said. ",
    "different pull quotes": '"the same five words and {}"\n\n', "different paragraphs": "The {} is here.\n\n",
    "different speakers": "X{}: why?\n\n", "bodies": "The X{} Committee said. ",
}  # fmt: skip
"""What is repeated with another word in each part."""


def _word(number: int) -> str:
    """A number in letters."""
    letters = ""
    while True:
        number, letter = divmod(number, 26)
        letters += chr(ord("a") + letter)
        if not number:
            return letters


def text(shape: str, length: int) -> str:
    """A shape's text of so many characters."""
    if shape in UNITS:
        unit = UNITS[shape]
        return (unit * (length // len(unit) + 1))[:length]
    unit = VARIED[shape]
    return numbered(unit, length // len(unit) + 1)[:length]


EVERY = (*UNITS, *VARIED)
