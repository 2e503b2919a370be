"""How a CSV file lies: which signs part its cells and stand around them."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

DELIMITERS = ("\t", ";", "|", ",")
"""Those that are found by themselves."""

QUOTES = ('"', "'")

_LEAST = 0.3
"""Which part of the lines a delimiter must part alike."""

_QUOTED = {
    quote: re.compile(f"(?:^|[\t;|,]){quote}(?:[^{quote}]|{quote}{quote})*{quote}(?=[\t;|,]|\\s*$)") for quote in QUOTES
}
_SAID = re.compile(r'\ufeff?"?sep=(.)"?\r?\n?', re.IGNORECASE | re.DOTALL)


def said_delimiter(first_line: str) -> str:
    """Returns the delimiter that a first line such as Excel's "sep=;" names, "" for any other line."""
    match = _SAID.fullmatch(first_line)
    return match[1] if match else ""


def detect_quote(lines: Sequence[str]) -> str:
    """Returns the sign that stands around cells; the usual one where there is none."""
    around = {quote: sum(len(quoted.findall(line)) for line in lines) for quote, quoted in _QUOTED.items()}
    return max(QUOTES, key=around.__getitem__)


def detect_delimiter(lines: Sequence[str], quote: str) -> str:
    """Returns the sign that parts most lines into equally many cells, "" if none parts them.

    The first line counts double, because a header has no delimiters within its cells. Of two signs
    that part them equally well the one counts that makes more cells, of commas, which stand in texts
    and numbers, more than twice as many.
    """
    scores = {delimiter: _score(lines, delimiter, quote) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=scores.__getitem__)
    return best if scores[best] > (0, 0) else ""


def _score(lines: Sequence[str], delimiter: str, quote: str) -> tuple[float, float]:
    """Returns which part of the lines have the usual number of cells, in twentieths, and that number."""
    widths = [len(row) for row in csv.reader(lines, delimiter=delimiter, quotechar=quote) if row]
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0, 0
    usual, count = several.most_common(1)[0]
    share = (count + (widths[0] == usual)) / (len(widths) + 1)
    if share < _LEAST:
        return 0, 0
    return round(20 * share) / 20, usual / 2 if delimiter == "," else usual
