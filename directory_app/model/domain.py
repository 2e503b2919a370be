"""What e-mail and web addresses share: domain names in any script, and signs and words as people type them."""

from directory_app.model.phones.words import fold_word

MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u0900-\u0e4e\u200c\u200d\u3099\u309a"
"""What may stand after a letter and is no letter to a regular expression: accents, vowel signs, joiners."""

_REST = rf"(?:[-_]*+(?:[^\W_]|[{MARKS}])){{0,62}}+"
LABEL = rf"[^\W_]{_REST}"
DOMAIN = rf"(?:{LABEL}\.)+[^\W\d_](?=[\w{MARKS}-]){_REST}"
"""A domain name of two labels or more, for a regular expression; which ones exist is not asked."""

_FULL_WIDTH = {0xFEE0 + code: code for code in range(0x21, 0x7F)}
_UNSEEN = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF], None
)
_SIGNS: dict[int, int | None] = {**_FULL_WIDTH, **_UNSEEN, ord("、"): ord(",")}


def tidied(text: str) -> str:
    """Returns the text with plain signs for full-width ones, single spaces, and nothing that cannot be seen.

    Line ends stay; letters stay as they are written.
    """
    plain = text if text.isascii() else text.translate(_SIGNS)
    return "\n".join(" ".join(line.split()) for line in plain.splitlines())


def folded_words(words: str) -> frozenset[str]:
    """Returns words between blanks as labels are compared."""
    return frozenset(fold_word(word) for word in words.split())
