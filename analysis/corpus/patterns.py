"""What lines of exported web pages look like, whoever the outlet is. Every expression is anchored or bounded."""

from __future__ import annotations

import re

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DATE = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_TIME = r"(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?)?"

DATE_LINE = re.compile(
    rf"^(?:(?:Published|Updated|Posted)(?: on)?:? )?{_DAY}(?P<date>{DATE}){_TIME}\.?$",
    re.IGNORECASE,
)
BYLINE = re.compile(r"^by:? (?P<names>\S.{1,120})$", re.IGNORECASE)
HEADING = re.compile(r"^#{1,6} \S")
URL = re.compile(r"https?://[^\s<>\"']{4,2000}")
URL_LINE = re.compile(r"^<?https?://\S{4,2000}>?$")
URL_DATE = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/(?P<day>\d\d)/")

DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][A-Za-z. ]{2,30})?)"
    rf"(?:, {MONTH} \d{{1,2}})?\.?(?: ?[(/](?:AP|AFP|Reuters|TASS|UPI|Xinhua|Interfax|DPA|CNN)[)/]\.?)? ?[—–-]{{1,2}} "
)

NAVIGATION = re.compile(
    r"^(?:all news|home|menu|search|share(?: this)?|print|back to top|skip to content|log ?in|subscribe|follow us"
    r"|advertisement|advertising|sponsored|related(?: (?:articles|stories|news))?:?|(?:read more|see also):?.{0,160}"
    r"|sign up .{0,160}|click here .{0,160}|comments?(?: \(\d+\))?|tags?:.{0,200}|topics?:.{0,200})$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"^[\W_]+$")
SHORTCODE = re.compile(r"^\[[a-z][a-z0-9_ -]{1,40}\]$")
END_MATTER = re.compile(
    r"^(?:original url:?|\[post-views\]|this work is licensed under .{0,300}|about the authors?(?:\(s\))?:?"
    r"|all rights reserved.{0,200}|copyright (?:©|\(c\)) .{0,200})$",
    re.IGNORECASE,
)
APPEAL = re.compile(
    r"^(?=.{0,400}\b(?:donat(?:e|ions?)|newsletter|subscri(?:be|ption))\b)"
    r"(?:please|support|help|sign up|subscribe|donate|get)\b",
    re.IGNORECASE,
)

_AGENCY = (
    r"(?:©|@?\b(?:AP|AFP|EPA|UPI|TASS|RIA|SPUTNIK|Sputnik|Reuters|REUTERS|Getty|Xinhua|Interfax|Bloomberg)\b"
    r"|\b(?i:photo|file photo|handout|courtesy of)\b)"
)
_CREDIT = rf"\((?:[^()]{{0,60}}[\s/])?{_AGENCY}[^()]{{0,60}}\)"
CREDIT_START = re.compile(
    r"^(?:©|\(c\) |photo(?:graph)?(?: by)?:|image:|credit:|enlarge this image)",
    re.IGNORECASE,
)
CREDIT_END = re.compile(rf"{_CREDIT}\.?$|/\s?(?:AP|AFP|Reuters|REUTERS|Getty Images|EPA|TASS)\.?$")
CREDIT_NAME = re.compile(r"[.!?]\s\*\*[^*]{2,60}\*\*$")
CREDIT_ANYWHERE = re.compile(_CREDIT)
POINTER = re.compile(
    r"\((?:[RLC]|left|right|center|centre|not pictured|pictured|file|top|bottom)\)",
    re.IGNORECASE,
)

LABEL = re.compile(r"^(?P<label>(?:[^\W\d_][\w.'’-]{0,30})(?: [\w.'’&-]{1,30}){0,4}) ?:\s+(?=\S)")
SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
CLOSED_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]*]*$")
OPEN_WORD = re.compile(
    r"\b(?:the|a|an|of|and|or|to|in|on|at|by|for|with|from|that|which|who|his|her|its|their|as|but)$",
    re.IGNORECASE,
)
