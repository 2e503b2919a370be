import pytest

from directory_app.exchange.pasted.pieces import Piece, PieceType, read_pieces
from directory_app.model.phone import PhoneKind

_WORDS, _PHONE, _EMAIL, _SITE = PieceType.WORDS, PieceType.PHONE, PieceType.EMAIL, PieceType.SITE


def _texts(line: str, kind: PieceType) -> list[str]:
    return [piece.text for piece in read_pieces(line) if piece.type is kind]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("T: +49-761/36 F: +49-761/3689219 E: a@b.org", ["+49-761/36", "+49-761/3689219"]),
        ("T +49 30 901820 F +49 30 901829", ["+49 30 901820", "+49 30 901829"]),
        ("Tel.:+49 30 901820", ["+49 30 901820"]),
        ("(T)+49 30 901820", ["+49 30 901820"]),
        ("Telefon (0761) 36 89 20", ["(0761) 36 89 20"]),
        ("Ahmedabad 380 006 Gujarat T: +91 - 40 / 40034004/5/6/8 F: 1", ["+91 - 40 / 40034004/5/6/8"]),
        ("T: +63-2/426-0851; 4265921 to 23 F:", ["+63-2/426-0851; 4265921 to 23"]),
        ("T: +52 55 5345 3000 xt 5622 and 5623 E:", ["+52 55 5345 3000 xt 5622 and 5623"]),
        ("T: +1 510 844-0699x309 F: +1 510 844-0698", ["+1 510 844-0699x309", "+1 510 844-0698"]),
        ("BC V8W 1P6 T: +1 250 / 361-0648", ["+1 250 / 361-0648"]),
        ("+49 30 901820 (during working hours)", ["+49 30 901820 (during working hours)"]),
        ("0049 30 901820", ["0049 30 901820"]),
        ("030 901 820 12", ["030 901 820 12"]),
        ("☎ +56 2 2234 5678 📱 +56 9 8765 4321", ["+56 2 2234 5678", "+56 9 8765 4321"]),
        ("Τ: ＋４９ ３０ ９０１８２０", ["＋４９ ３０ ９０１８２０"]),
        ("T: +49 30 901820, 10119 Berlin", ["+49 30 901820"]),
        ("T: +27 31 301 0381 401 Richmond Street", ["+27 31 301 0381"]),
        ("Direct line: 030 901820", ["Direct line: 030 901820"]),
        ("Berlin Office Tel: +49 30 901820", ["+49 30 901820"]),
        ("Emergency phone: +254 722 123456", ["+254 722 123456"]),
        ("Commercial section fax: +254 722 123456", ["Commercial section fax: +254 722 123456"]),
        ("Tel/Fax: +961 1 123456", ["Tel/Fax: +961 1 123456"]),
        ("Rosenweg 5, 10119 Berlin", []),
        ("CP 06050 Del. Centro, CEP 01223-000", []),
        ("50.73743, 7.09821", []),
        ("PO Box 1234567", []),
        ("Room F 1234567", []),
    ],
)
def test_numbers_are_found_by_what_stands_before_them(line: str, cells: list[str]) -> None:
    assert _texts(line, _PHONE) == cells


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("F: +49 30 901820", PhoneKind.FAX),
        ("Télécopie : +33 1 42 00 12 34", PhoneKind.FAX),
        ("📠 +49 30 901820", PhoneKind.FAX),
        ("📱 +49 30 901820", PhoneKind.MOBILE),
        ("Mobil: 0171 1234567", PhoneKind.MOBILE),
        ("Emergency phone: +254 722 123456", PhoneKind.EMERGENCY),
        ("T: +49 30 901820", None),
    ],
)
def test_the_label_tells_the_kind(line: str, kind: PhoneKind | None) -> None:
    (piece,) = read_pieces(line)
    assert piece.kind is kind


@pytest.mark.parametrize(
    ("line", "emails"),
    [
        ("E: a.b@c-d.org.", ["a.b@c-d.org"]),
        ("E:a@b.org", ["a@b.org"]),
        ("mailto:a@b.org", ["mailto:a@b.org"]),
        ("<a@b.org>, c@d.org;e@f.org", ["a@b.org", "c@d.org", "e@f.org"]),
        ("office (at) b.org (General inquiries)", ["office (at) b.org (General inquiries)"]),
        ("a [at] b [dot] org", ["a [at] b [dot] org"]),
        ("E-mail: a at b dot org", ["a at b dot org"]),
        ("Look at b.org", []),
        ("@rivertowns", []),
        ("büro@städte.example", ["büro@städte.example"]),
    ],
)
def test_e_mail_addresses_are_found_however_they_hide(line: str, emails: list[str]) -> None:
    assert _texts(line, _EMAIL) == emails


@pytest.mark.parametrize(
    ("line", "sites"),
    [
        ("www.b.org.", ["www.b.org"]),
        ("Web: https://b.org/a?b=c&d=e#f", ["https://b.org/a?b=c&d=e#f"]),
        ("Web:b.org", ["b.org"]),
        ("see (rivertowns.org.mx) africa.rivertowns.org", ["rivertowns.org.mx", "africa.rivertowns.org"]),
        ("Sel. No.46, RT.2/RW.4, e.V. d.o.o. St.Louis 14.Floor U.S.A. p.m.", []),
        ("Co.Kg Inc.de", []),
    ],
)
def test_web_addresses_are_told_from_abbreviations(line: str, sites: list[str]) -> None:
    assert _texts(line, _SITE) == sites


def test_labels_and_words_that_only_join_are_no_words() -> None:
    line = "Berlin Office Tel. +49 30 901820 or +49 30 901821 and E-Mail: a@b.org / Web: www.b.org"
    assert read_pieces(line) == [
        Piece(_WORDS, "Berlin Office"),
        Piece(_PHONE, "+49 30 901820"),
        Piece(_PHONE, "+49 30 901821"),
        Piece(_EMAIL, "a@b.org"),
        Piece(_SITE, "www.b.org"),
    ]


def test_a_letter_of_an_address_is_no_label() -> None:
    assert _texts("275 Notre-Dame St E a@b.org", _WORDS) == ["275 Notre-Dame St E"]
