"""E-mail addresses: what a cell says, and what is doubtful about one address."""

import re
from collections.abc import Iterable, Iterator

from directory_app.model.domain import DOMAIN, LABEL, MARKS, folded_words, tidied
from directory_app.model.findings import Finding
from directory_app.model.office import Email
from directory_app.model.phones.words import LIST_WORDS, fold_word

_LONGEST = 254
_ADDRESS = re.compile(rf"""[^\s@"(),:;<>\[\]\\.]+ (?: \.[^\s@"(),:;<>\[\]\\.]+ )* @ {DOMAIN}""", re.VERBOSE)
_PLAIN = re.compile(
    r"[A-Za-z0-9_][\w+-]*+(?:\.[\w+-]++)*+@(?:[A-Za-z0-9][A-Za-z0-9-]{0,61}\.)+[A-Za-z]{2,24}", re.ASCII
)

# In a cell fewer characters are taken for a part of an address than RFC 5322 would allow: "/" and "*" stand between.
_IN_LOCAL = rf"\w{MARKS}#$%&+^~"
_LOCAL = rf"[{_IN_LOCAL}][{_IN_LOCAL}'-]*+(?:\.[{_IN_LOCAL}'-]++)*+"
_DOTS = r"\.| dot | punkt | punto | ponto | point | \. ?"
_FOUND = re.compile(
    rf"""(?<![{_IN_LOCAL}.@'-]) ['-]*+
         (?: (?P<whole> {_LOCAL} @ {DOMAIN} ) (?![\w{MARKS}@]|\.\w) (?: \?[^\s<>"]*=[^\s<>"]* )?
           | (?P<local> {_LOCAL} ) (?:[ ](?:at|arroba)[ ]|[ ]?@[ ]?)
             (?P<domain> {LABEL} (?: (?: {_DOTS.replace(" ", "[ ]")} ) {LABEL} )+ ) (?![\w{MARKS}@]|\.\w) )""",
    re.VERBOSE | re.IGNORECASE,
)
_WRITTEN_AT = re.compile(r"(?<=\w) ?(?:[(\[{<] ?(?:at|a|ät|arroba|@) ?[)\]}>]|%40) ?(?=\w)", re.IGNORECASE)
_WRITTEN_DOT = re.compile(r"(?<=\w) ?[(\[{<] ?(?:dot|punkt|punto|ponto|point|\.) ?[)\]}>] ?(?=\w)", re.IGNORECASE)
_AROUND_SIGN = re.compile(r" ?([@.]) ?")
_DOT = re.compile(_DOTS, re.IGNORECASE)
_TOKEN = re.compile(r"[^\s,;/]+")
_MEANT = re.compile(r"\w(?:@|[(\[{]\w{1,6}[)\]}])\w")
"""Somebody meant an address here, which nobody can read as one."""

_BRACKETS = r"\((?:[^()]|\([^()]*\))*+\)"
_BETWEEN_PIECES = re.compile(rf"\"[^\"\n]*\"|{_BRACKETS}|(?P<end>[;|\n])")
_BETWEEN = re.compile(rf" ?[,/&+] ?|(?:^| )(?:{'|'.join(sorted(LIST_WORDS))})(?: |$)", re.IGNORECASE)
_REMARK = re.compile(rf" ?({_BRACKETS}|\[[^\[\]]*\])")
_WITH_REMARK = re.compile(r"(\S+) \((.*)\)", re.DOTALL)
_EDGE = " \t\n<>,;:|/&+*•·!?–—-=\"'“”„«»`"
_NAMING = folded_words(
    "e email mail emails mails eml m correo correos electrónico electrónica eletrônico eletrónico courriel"
    " courriels mél epost mejl post sähköposti posta elettronica elektronische address addresses adresse adressen"
    " adres dirección endereço indirizzo de mailto"
    " メール 電子メール メールアドレス 邮箱 电邮 電郵 电子邮件 電子郵件 이메일"
    " почта эл электронная البريد الإلكتروني ईमेल อีเมล"
)
_NAMED = re.compile(r"^(?:e-?mail|email address)\b|\be-?mail$", re.IGNORECASE)
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*")


def read_email_cell(text: str) -> tuple[Email, ...]:
    """Returns every e-mail address of one cell as it is written there, with what stands beside it as its label.

    Addresses may hide behind "(at)" and "(dot)"; `mailto:` and what follows a "?" go. What is no
    address stays as one with the text as it stands, so that a cell with a word in it gives at least
    one. Never raises.
    """
    bare = text.strip()
    if _PLAIN.fullmatch(bare) and len(bare) <= _LONGEST:
        return (Email(bare),)
    found = [email for piece in _pieces(tidied(text)) for email in _read_piece(piece)]
    return tuple(_each_once(found))


def email_findings(email: Email) -> tuple[Finding, ...]:
    """Returns what is doubtful about an e-mail address; an empty one is in no doubt."""
    address = email.address.strip()
    if not address or _is_address(address):
        return ()
    read = read_email_cell(address[: 2 * _LONGEST])
    suggestion = read[0].address if len(read) == 1 and not read[0].label and _is_address(read[0].address) else ""
    if "@" not in address:
        message = f"“{address}” is no e-mail address: it has no @."
        return (Finding("email_without_at", "emails", message, suggestion, address),)
    message = f"“{address}” is not written as an e-mail address."
    return (Finding("email_malformed", "emails", message, suggestion, address),)


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def _pieces(text: str) -> Iterator[str]:
    """Yields what stands between semicolons, bars and line ends; a label that ends a piece begins the next one."""
    begun = ""
    start = 0
    ends = [match for match in _BETWEEN_PIECES.finditer(text) if match["end"]]
    for end, following in [*((match.start(), match.end()) for match in ends), (len(text), len(text))]:
        piece = f"{begun} {text[start:end]}".strip()
        start = following
        begun = piece if following < len(text) and _waits(piece) else ""
        if not begun and any(map(str.isalnum, piece)):
            yield piece


def _waits(piece: str) -> bool:
    return piece.endswith(":") or (bool(piece) and not _shown(piece))


def _read_piece(piece: str) -> list[Email]:
    if _is_address(piece):
        return [Email(piece)]
    text = _WRITTEN_DOT.sub(".", _WRITTEN_AT.sub("@", " ".join(piece.split())))
    matches = _matches(text)
    if not matches:
        return _unread(piece)
    ends = [0, *(match.end() for match in matches)]
    starts = [*(match.start() for match in matches), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    parted = [_parted(_TOKEN.sub(_without_attempt, gap), place, len(matches)) for place, gap in enumerate(gaps)]
    read: list[Email] = []
    for place, gap in enumerate(gaps):
        read.extend(Email(token.strip(_EDGE)) for token in _TOKEN.findall(gap) if _MEANT.search(token))
        if place < len(matches):
            read.append(Email(_address(matches[place]), _label(parted[place][1], parted[place + 1][0])))
    return read


def _without_attempt(token: re.Match[str]) -> str:
    return "" if _MEANT.search(token[0]) else token[0]


def _matches(text: str) -> list[re.Match[str]]:
    """Returns where addresses stand; "at" and "@" among spaces make one only where no sentence goes on around it."""
    matches: list[re.Match[str]] = []
    end = 0
    for match in _FOUND.finditer(text):
        alone = _is_edge(text[end : match.start()], -1) and _is_edge(text[match.end() :], 0)
        if match["whole"] or alone:
            matches.append(match)
            end = match.end()
    return [match for match in matches if len(_address(match)) <= _LONGEST]


def _is_edge(gap: str, side: int) -> bool:
    words = gap.split()
    if not words or not gap.strip()[side].isalnum():
        return True
    return fold_word(words[side]) in LIST_WORDS | _NAMING


def _address(match: re.Match[str]) -> str:
    if match["whole"]:
        return match["whole"]
    return f"{match['local']}@{_DOT.sub('.', match['domain'])}"


def _parted(gap: str, place: int, last: int) -> tuple[str, str]:
    """Returns what of the text between two addresses belongs to the one before and to the one after it."""
    if place == 0:
        return "", gap
    if place == last:
        return gap, ""
    remark = _REMARK.match(gap)
    said, rest = (remark[1], gap[remark.end() :]) if remark else ("", gap)
    between = _BETWEEN.search(rest)
    if between:
        return f"{said} {rest[: between.start()]}", rest[between.end() :]
    return (f"{said} {rest}", "") if rest.strip()[:1] in ("–", "—", "-") else (said, rest)


def _unread(piece: str) -> list[Email]:
    closed = _AROUND_SIGN.sub(r"\1", piece)
    if _is_address(closed):
        return [Email(closed)]
    parts = [part.strip() for part in _BETWEEN.split(piece)]
    if len(parts) > 1 and all(" " not in part and _MEANT.search(part) for part in parts):
        return [Email(part) for part in parts]
    match = _WITH_REMARK.fullmatch(piece)
    return [Email(match[1], match[2].strip()) if match else Email(piece)]


def _label(before: str, after: str) -> str:
    return ", ".join(dict.fromkeys(shown for text in (before, after) if (shown := _shown(text))))


def _shown(text: str) -> str:
    """Returns a label without what only says that an e-mail address follows."""
    bare = text.strip(_EDGE)
    if not bare:
        return ""
    bare = _without_brackets(" ".join(bare.split()))
    words = {fold_word(word) for word in _WORD.findall(bare)}
    if words <= _NAMING and not any(c.isdigit() for c in bare):
        return ""
    return _without_brackets(_NAMED.sub("", bare).strip(_EDGE))


def _without_brackets(text: str) -> str:
    for opening, closing in ("()", "[]", "{}"):
        missing = text.count(opening) - text.count(closing)
        if missing and text.startswith(opening if missing > 0 else closing):
            text = text[1:]
        elif missing and text.endswith((opening, closing)):
            text = text[:-1]
        elif not missing and _encloses(text, opening, closing):
            text = text[1:-1]
    return text.strip(_EDGE)


def _encloses(text: str, opening: str, closing: str) -> bool:
    """Tells whether the first bracket opens the text and is closed at its end."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == opening) - (char == closing)
        if depth == 0:
            return place > 0 and place == len(text) - 1
    return False


def _each_once(emails: Iterable[Email]) -> Iterator[Email]:
    """Yields each address once with each of its labels; without one only where it has none."""
    labels: dict[str, dict[str, Email]] = {}
    for email in emails:
        known = labels.setdefault(email.address.casefold(), {})
        known.setdefault(email.label, email)
    for known in labels.values():
        yield from (email for label, email in known.items() if label or len(known) == 1)
