"""Web addresses: what a cell says, and what is doubtful about one address."""

import re
from collections.abc import Iterator

from directory_app.model.domain import DOMAIN, folded_words, tidied
from directory_app.model.findings import Finding
from directory_app.model.phones.words import LIST_WORDS, fold_word

_LONGEST = 2000
_HOST = rf"{DOMAIN} \.? (?: :\d{{1,5}} )?"
_ADDRESS = re.compile(rf"(?: https?:// )? {_HOST} (?: [/?\#]\S* )?", re.VERBOSE | re.IGNORECASE)
_PLAIN = re.compile(
    r"(?!.*[^/:]/www\.)(?:https?://)?(?:[a-z0-9][a-z0-9-]*+\.)+[a-z]{2,24}(?:/[\w/.~%?&=#+-]*[\w/=])?", re.ASCII | re.I
)

_BETWEEN_PIECES = re.compile(r"[,;|]++(?:\s|$|(?=<|https?://|www\.))|(?<!:)\n| [/|] ", re.IGNORECASE)
_BETWEEN_HOSTS = re.compile(r"[,;|]|(?<=[^/:])/(?=www\.|https?://)", re.IGNORECASE)
_HOST_ONLY = re.compile(rf"(?: https?:// )? {_HOST}", re.VERBOSE | re.IGNORECASE)
_BEGUN = re.compile(r"https?:/{0,2}|(?:https?://)?www(?:\.[^./\s]*)?\.?", re.IGNORECASE)
"""The beginning of an address that goes on after a space."""
_AROUND_SIGN = re.compile(r"\s*([./:])\s*")
_LABELLED = re.compile(r"(?!https?:)([^:/.@<>()]{1,40}):\s?(.+)", re.IGNORECASE)

_BEFORE = "<([{\"'“”„«‹‘`*•·–—-"
_AFTER = ">]}\"'“”»›’`*.,;:!?"
_NAMING = folded_words(
    "w web website websites webseite webpage www url link site sites homepage home page internet internetseite"
    " página pagina sitio sítio adresse address dirección online ウェブサイト ホームページ 网站 网址 網站 網址"
    " 官网 홈페이지 웹사이트 сайт веб الموقع الإلكتروني वेबसाइट เว็บไซต์"
)


def read_website_cell(text: str) -> tuple[str, ...]:
    """Returns every web address of one cell as it is written there, with its parameters and without a label.

    Spaces within an address are closed. A piece of the cell that is none, or says something else besides, stays
    as text. Never raises.
    """
    bare = text.strip()
    if len(bare) <= _LONGEST and _PLAIN.fullmatch(bare):
        return (bare,)
    found = (site for piece in _BETWEEN_PIECES.split(tidied(text)) for site in _read_piece(piece.strip()))
    return tuple(dict.fromkeys(found))


def website_findings(website: str) -> tuple[Finding, ...]:
    """Returns what is doubtful about a web address, whose scheme may be missing; an empty one is in no doubt."""
    address = website.strip()
    if not address or _is_address(address):
        return ()
    found = [site for word in _closed(tidied(address[:_LONGEST]).split()) for site in _sites(word)]
    closed = _AROUND_SIGN.sub(r"\1", address[:_LONGEST])
    suggestion = found[0] if len(found) == 1 else closed if not found and _is_address(closed) else ""
    message = f"“{address}” is not written as a web address."
    return (Finding("website_malformed", "websites", message, suggestion, address),)


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def _read_piece(piece: str) -> list[str]:
    labelled = _LABELLED.fullmatch(piece)
    label, rest = labelled.groups() if labelled else ("", piece)
    sites: list[str] = []
    said = label.split()
    for word in _closed(rest.split()):
        found = _sites(word)
        sites.extend(found)
        said.extend([] if found else [word])
    if sites and all(_says_no_more(word, sites) for word in said):
        return sites
    return [piece] if any(c.isalnum() for c in piece) else []


def _closed(words: list[str]) -> Iterator[str]:
    """Yields the words, those of one address that has spaces in it as one."""
    begun = ""
    for word in words:
        if begun and not _goes_on(begun, word):
            yield begun
            begun = ""
        begun += word
    if begun:
        yield begun


def _goes_on(begun: str, word: str) -> bool:
    if word[0] == "." and word[1:2].isalnum():
        return True
    return _BEGUN.fullmatch(begun.lstrip(_BEFORE)) is not None and (begun[-1] in "./:" or word[0] in "./:")


def _sites(word: str) -> list[str]:
    """Returns the web addresses that a word is, or nothing if it is none."""
    site = _bare(word)
    parts = [_bare(part) for part in _BETWEEN_HOSTS.split(site)]
    if len(parts) > 1 and all(map(_is_address, parts)) and _HOST_ONLY.fullmatch(parts[0]):
        return parts
    return [site] if _is_address(site) else []


def _bare(word: str) -> str:
    """Returns a word without the punctuation around it; a bracket stays that was opened within."""
    site = word.lstrip(_BEFORE)
    unopened = site.count(")") - site.count("(")
    end = len(site)
    while end and (site[end - 1] in _AFTER or (site[end - 1] == ")" and unopened > 0)):
        unopened -= site[end - 1] == ")"
        end -= 1
    return site[:end]


def _says_no_more(word: str, sites: list[str]) -> bool:
    folded = fold_word(word)
    return folded in _NAMING | LIST_WORDS or not any(map(str.isalnum, folded)) or folded in fold_word(sites[0])
