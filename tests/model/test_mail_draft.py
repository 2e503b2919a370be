"""Letters that ask an office whether its entry is still right."""

from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.mail_draft import MailDraft, mailto_uri, verification_draft
from directory_app.model.office import Email
from tests.builders import a_phone, an_office
from tests.strategies import offices

OFFICE = an_office("Köln & Co", phones=(a_phone(),), emails=(Email("a@example.org"), Email("b@example.org")))


def test_the_letter_holds_the_card_and_the_question() -> None:
    draft = verification_draft(OFFICE, "Ada")
    assert draft.to == ("a@example.org",)
    assert draft.subject == "Is this still right? Köln & Co"
    assert "+49 228 97629900" in draft.body
    assert draft.body.endswith("Ada\n")


def test_an_office_without_an_address_gets_a_letter_without_one() -> None:
    assert verification_draft(an_office(emails=(Email("to be found"),)), "Ada").to == ()


def test_the_link_says_the_same_as_the_letter() -> None:
    draft = verification_draft(OFFICE, "Ada")
    link = urlsplit(mailto_uri(draft))
    assert (link.scheme, unquote(link.path)) == ("mailto", "a@example.org")
    said = parse_qs(link.query)
    assert said["subject"] == [draft.subject]
    assert said["body"] == [draft.body.replace("\n", "\r\n")]


def test_a_letter_too_long_for_a_link_is_cut_and_says_so() -> None:
    long = verification_draft(an_office(phones=tuple(a_phone(f"+4922897{n:05}") for n in range(300))), "Ada")
    uri = mailto_uri(long)
    assert len(uri) <= 1900
    assert "did%20not%20fit" in uri


@given(offices, st.text(max_size=20))
def test_no_office_breaks_its_link(office: object, author: str) -> None:
    draft = verification_draft(office, author)  # type: ignore[arg-type]
    uri = mailto_uri(draft)
    assert len(uri) <= 1900
    assert uri.isascii()
    assert not set(uri) & set(' "<>\r\n')


def test_a_recipient_cannot_smuggle_a_header_in() -> None:
    uri = mailto_uri(MailDraft(("a@example.org?bcc=eve@example.org&x",), "s", "b"))
    assert "?bcc" not in uri
