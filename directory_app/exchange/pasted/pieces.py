"""A line of pasted text taken apart: numbers, e-mail and web addresses, and the words between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from directory_app.exchange.pasted.phones import find_phones, is_phone_label
from directory_app.exchange.tables.header_words import field_of_header
from directory_app.model.countries import country_name
from directory_app.model.folding import fold
from directory_app.model.phone import PhoneKind
from directory_app.model.phones.words import LIST_WORDS, fold_word


class PieceType(Enum):
    """What a piece of a line is."""

    WORDS = auto()
    PHONE = auto()
    EMAIL = auto()
    SITE = auto()


_AT = re.compile(r" ?[(\[{<] ?(?:at|@|a|ät|arroba) ?[)\]}>] ?|@|(?<=\w) (?:at|arroba) (?=\w)", re.IGNORECASE)
_LOCAL = re.compile(r"(?:mailto:)?[\w.!#$%&'*+=?^`{}~-]{1,64}\Z")
_DOT = r"dot|punkt|punto|ponto|point"
_LABEL = r"[^\W_][\w-]{0,62}"
_HOST = re.compile(rf"{_LABEL}(?:(?:\.| ?[(\[{{] ?(?:{_DOT}|\.) ?[)\]}}] ?){_LABEL}){{1,8}}", re.IGNORECASE)
_SPELT_HOST = re.compile(rf"{_LABEL}(?:(?:\.| (?:{_DOT}) ){_LABEL}){{1,8}}", re.IGNORECASE)
_REMARK = re.compile(r" ?\([^()@\d]{2,60}\)")
_LONGEST_LOCAL = 72

_TOKEN = re.compile(r"\S+")
_SITE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+|(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}(?P<last>[^\W\d_]{2,24})(?:[/?#][^\s<>\"]*)?",
    re.IGNORECASE,
)
_GLUED_LABEL = re.compile(r"(?:[^\W\d_][\w-]{0,11}:{1,2}|[✉📧🌐🔗]\ufe0f?:?)(?=[\w<])")
_SITE_EDGE = ".,;:!?)]}>'\"”’"
_LONGEST_SITE = 2000
_GENERIC = """
    com org net edu gov int mil info biz name pro coop museum aero asia cat jobs mobi travel post eco ngo ong earth
    green world global city berlin paris london tokyo africa swiss online site website web app dev page cloud link email
    foundation institute university school academy community network center house agency consulting services support
    news blog media digital tech technology solutions group company international social life space today xyz club team
    example"""

_LABELS = {
    PieceType.EMAIL: "e m email mail emails mails correo electronico eletronico courriel mel epost",
    PieceType.SITE: "w i web www website webseite site internet homepage url sitio pagina page",
}
_LABEL_SIGNS = frozenset("✉📧🌐🔗@")
_LONGEST_LABEL = 4
_EDGE = " \t,;|–-/·•"
_CONNECTING = frozenset({"", "or", "and"}) | LIST_WORDS


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line; `kind` is that of a number whose label says it."""

    type: PieceType
    text: str
    kind: PhoneKind | None = None


@dataclass(frozen=True, slots=True)
class _Anchor:
    start: int
    end: int
    piece: Piece


def read_pieces(line: str) -> list[Piece]:
    """Returns the pieces of a line in their order; without labels such as "E:" and words that only join."""
    pieces: list[Piece] = []
    end = 0
    for anchor in [*_anchors(line), None]:
        words = line[end : anchor.start if anchor else len(line)]
        # The comma at the end of a line is part of its address.
        bare = _without_label(words, anchor.piece.type if anchor else None).lstrip(_EDGE)
        bare = bare.rstrip(_EDGE) if anchor else bare.rstrip(_EDGE.replace(",", ""))
        if fold_word(bare) not in _CONNECTING and any(c.isalnum() for c in bare):
            pieces.append(Piece(PieceType.WORDS, bare))
        if anchor:
            pieces.append(anchor.piece)
            end = anchor.end
    return pieces


def _anchors(line: str) -> Iterator[_Anchor]:
    start = 0
    for anchor in [*_addresses(line), None]:
        stop = anchor.start if anchor else len(line)
        for span in find_phones(line[start:stop]):
            piece = Piece(PieceType.PHONE, span.cell, span.kind)
            yield _Anchor(start + span.start, start + span.end, piece)
        if anchor:
            yield anchor
            start = anchor.end


def _addresses(line: str) -> Iterator[_Anchor]:
    """Yields where e-mail addresses stand, and between them web addresses."""
    start = 0
    for email in [*_emails(line), None]:
        stop = email.start if email else len(line)
        yield from _sites(line, start, stop)
        if email:
            yield email
            start = email.end


def _emails(line: str) -> Iterator[_Anchor]:
    end = 0
    for at in _AT.finditer(line):
        if at.start() < end:
            continue
        start = max(end, at.start() - _LONGEST_LOCAL)
        local = _LOCAL.search(line[start : at.start()])
        spelt = at[0][0] == " " and at[0][-1] == " " and at[0].strip().isalpha()
        host = (_SPELT_HOST if spelt else _HOST).match(line, at.end())
        if not local or not host:
            continue
        begin = start + local.start() + _length_of_label(local[0])
        if spelt and not _is_label_of(PieceType.EMAIL, line[max(0, begin - 24) : begin].split()[-1:]):
            continue
        remark = _REMARK.match(line, host.end())
        end = remark.end() if remark else host.end()
        yield _Anchor(begin, end, Piece(PieceType.EMAIL, line[begin:end]))


def _length_of_label(local: str) -> int:
    """Returns how much of what stands before the "@" is none of the address, as in "'name"."""
    return len(local) - len(local.lstrip("'`*=.&")) if local.strip("'`*=.&") else 0


def _sites(line: str, start: int, stop: int) -> Iterator[_Anchor]:
    for token in _TOKEN.finditer(line, start, stop):
        text = token[0]
        if "." not in text or len(text) > _LONGEST_SITE:
            continue
        glued = _GLUED_LABEL.match(text)
        skipped = glued.end() if glued and not text[glued.end() :].startswith("//") else 0
        skipped += len(text[skipped:]) - len(text[skipped:].lstrip("<([\"'“„"))
        bare = text[skipped:].rstrip(_SITE_EDGE)
        if _is_site(bare):
            begin = token.start() + skipped
            yield _Anchor(begin, begin + len(bare), Piece(PieceType.SITE, bare))


def _is_site(text: str) -> bool:
    match = _SITE.fullmatch(text)
    if not match or not match["last"]:
        return match is not None
    last = match["last"]
    if last.casefold() in _GENERIC.split():
        return last.islower() or last.isupper() or "." in text[: -len(last) - 1]
    return len(last) == 2 and last.islower() and text.islower() and len(text) > 5 and _is_country_domain(last)


def _is_country_domain(last: str) -> bool:
    return last in ("uk", "eu", "su") or bool(country_name(last))


def _without_label(words: str, anchor: PieceType | None) -> str:
    """Returns words without the label at their end of the anchor that follows them."""
    if anchor not in (PieceType.EMAIL, PieceType.SITE):
        return words
    if words.strip().casefold() in _LABELS[anchor].split():
        return ""
    tokens = list(_TOKEN.finditer(words))
    cut = len(tokens)
    while cut and len(tokens) - cut < _LONGEST_LABEL and _is_label_of(anchor, [t[0] for t in tokens[cut - 1 :]]):
        cut -= 1
    whole = words.strip()
    if len(tokens) <= _LONGEST_LABEL and whole.endswith(":") and _says_only(whole, anchor):
        return ""
    return words[: tokens[cut].start()] if cut < len(tokens) else words


def _is_label_of(anchor: PieceType, tokens: list[str]) -> bool:
    """Tells whether the first of these tokens belongs to the label of what follows them."""
    if not tokens:
        return False
    known = _LABELS[anchor].split()
    word = "".join(c for c in fold(tokens[0]) if c.isalnum())
    if len(word) == 1:
        return word in known and tokens[0][-1:] in ":.)"
    return word in known or (bool(set(tokens[0]) & _LABEL_SIGNS) and not word)


def _says_only(label: str, anchor: PieceType) -> bool:
    field = field_of_header(label)
    return field == ("emails" if anchor is PieceType.EMAIL else "websites") and not is_phone_label(label)
