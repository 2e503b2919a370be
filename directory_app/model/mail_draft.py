"""A letter to an office that asks whether its entry is still right."""

from dataclasses import dataclass

from directory_app.model.card_text import card_text
from directory_app.model.email import email_findings
from directory_app.model.office import Office

_LONGEST_URI = 1900
"""Windows hands no more than about 2,000 characters of a link to a mail program."""
_LONGEST_NAME = 60
_UNESCAPED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_CUT = "…\n(The rest did not fit into this letter.)\n"


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A letter before it is sent; `card` is the part of the body that a link may shorten."""

    to: tuple[str, ...]
    subject: str
    body: str
    card: str = ""


def verification_draft(office: Office, author: str) -> MailDraft:
    """Returns a letter with the office's card as text and the question whether it is still right.

    It goes to the first e-mail address that is one; where there is none, to nobody yet.
    """
    card = card_text(office)
    body = (
        "Hello,\n\n"
        "this is what our office directory says about you. Is it still right?\n"
        "A short yes, or the lines that have changed, is all we need.\n\n"
        f"{card}\n"
        f"Thank you\n{_on_one_line(author)}\n"
    )
    to = tuple(email.address.strip() for email in office.emails if email.address.strip() and not email_findings(email))
    return MailDraft(to[:1], f"Is this still right? {_on_one_line(office.name)}".strip(), body, card)


def mailto_uri(draft: MailDraft) -> str:
    """Returns the letter as a link (RFC 6068); where mail programs would lose it, the card is shortened and says so."""
    whole = _uri(draft, draft.body)
    if len(whole) <= _LONGEST_URI or not draft.card:
        return whole
    before, _, after = draft.body.partition(draft.card)
    room = _LONGEST_URI - len(_uri(draft, before + _CUT + after))
    kept = ""
    for line in draft.card.splitlines(keepends=True):
        room -= len(_escaped(_with_crlf(line)))
        if room < 0:
            break
        kept += line
    return _uri(draft, before + kept + _CUT + after)


def _uri(draft: MailDraft, body: str) -> str:
    to = ",".join(map(_escaped, draft.to)).replace("%40", "@")
    return f"mailto:{to}?subject={_escaped(draft.subject)}&body={_escaped(_with_crlf(body))}"


def _with_crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _escaped(text: str) -> str:
    """Returns the text with everything escaped that a link may misread; urllib is not known to the model."""
    return "".join(
        c if c in _UNESCAPED else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace")) for c in text
    )


def _on_one_line(text: str) -> str:
    """Returns a name without line ends, which could begin another header, and not too long for a subject."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"
