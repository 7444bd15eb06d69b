"""Data inside a page: JSON that no text can break out of."""

from __future__ import annotations

import json

_ESCAPED = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def embedded(value: object) -> str:
    """The value as JSON for a script element: no `<`, so that neither `</script>` nor `<!--` can end it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPED)
