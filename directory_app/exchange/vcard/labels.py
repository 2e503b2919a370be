"""What a card calls one of several numbers or addresses."""

import re

from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.line import Line
from directory_app.exchange.vcard.text import unescape
from directory_app.model.findings import Finding

_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_APPLE_NAMES = {"HomeFAX": "Home fax", "WorkFAX": "Fax", "OtherFAX": "Fax", "iPhone": "Mobile", "HomePage": ""}
_TYPE_NAMES = {"tlx": "Telex", "isdn": "ISDN", "bbs": "BBS", "tty-tdd": "Textphone", "textphone": "Textphone"}
_SAYS_NOTHING = frozenset({"work", "business", "other", "voice", "tel", "phone", "internet", "email", "url", "uri"})
"""What everything in an office is."""
_SAYS_KIND = frozenset(
    {"pref", "cell", "mobile", "pcs", "iphone", "fax", "msg", "text", "video", "dom", "intl", "postal", "parcel"}
)
"""Types that are read elsewhere, or that nobody needs; as labels they are worth reading."""


def take_label(card: Card, line: Line) -> str:
    """Returns the label of a property: the one that stands beside it, else what is unusual among its types."""
    label = card.take_beside(line, "X-ABLABEL")
    if label is not None and label.strip():
        return _readable(label)
    unusual = [one for one in line.head.types if one not in _SAYS_NOTHING and one not in _SAYS_KIND]
    return joined(*map(_type_name, unusual)) if unusual else ""


def lost_labels(card: Card) -> tuple[Finding, ...]:
    """Returns what stood beside properties that have no label in the directory, such as an address."""
    labels = dict.fromkeys(_readable(unescape(line.value)) for line in card.take("X-ABLABEL"))
    return tuple(
        Finding("label_left_out", "extras", f"The label “{label}” has no place here and is not kept.", about=label)
        for label in labels
        if label
    )


def preference(line: Line) -> int:
    """Returns where a property stands among others of its name, the preferred one first."""
    return line.head.preference


def joined(*labels: str) -> str:
    """Returns several labels as one."""
    return ", ".join(dict.fromkeys(label for label in labels if label))


def _readable(label: str) -> str:
    apple = _APPLE.fullmatch(label.strip())
    name = apple[1] if apple else label.strip()
    return "" if name.lower() in _SAYS_NOTHING else _APPLE_NAMES.get(name, name)


def _type_name(word: str) -> str:
    bare = word.removeprefix("x-").removeprefix("evolution-")
    return _TYPE_NAMES.get(bare, bare[:1].upper() + bare[1:])
