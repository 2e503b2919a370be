import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.phone import PhoneKind
from directory_app.model.phones.words import Label, is_label, read_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Tel.:", Label()),
        ("T/F:", Label(PhoneKind.VOICE, "T/F")),
        ("TÉLÉCOPIE", Label(PhoneKind.FAX)),
        ("Fax consular", Label(PhoneKind.FAX, "consular")),
        ("Door F", Label(None, "Door F")),
        ("Móvil", Label(PhoneKind.MOBILE)),
        ("WhatsApp", Label(PhoneKind.MOBILE, "WhatsApp")),
        ("Notfall", Label(PhoneKind.EMERGENCY)),
        ("After hours", Label(PhoneKind.EMERGENCY, "After hours")),
        ("Out-of-hours", Label(PhoneKind.EMERGENCY, "Out-of-hours")),
        ("En dehors des heures d'ouverture", Label(PhoneKind.EMERGENCY, "En dehors des heures d'ouverture")),
        ("außerhalb der Bürozeiten", Label(PhoneKind.EMERGENCY, "außerhalb der Bürozeiten")),
        ("Teléfono de guardia", Label(PhoneKind.EMERGENCY, "guardia")),
        ("After the hours", Label(PhoneKind.EMERGENCY, "After the hours")),
        ("outside the building", Label(None, "outside the building")),
        ("24 hrs a day", Label(None, "24 hrs a day")),
        ("Te\u0301le\u0301copie", Label(PhoneKind.FAX)),
        ("Teléfono de la oficina", Label(None, "oficina")),
        ("de la oficina", Label(None, "de la oficina")),
        ("Halifax", Label(None, "Halifax")),
        ("公司传真号码", Label(PhoneKind.FAX, "公司传真号码")),
        ("电话传真", Label(PhoneKind.VOICE, "电话传真")),
        ("फ़ैक्स", Label(PhoneKind.FAX)),
        ("📠", Label(PhoneKind.FAX)),
        ("휴대폰", Label(PhoneKind.MOBILE)),
        ("", Label()),
    ],
)
def test_words_tell_the_kind_and_keep_what_else_they_say(text: str, label: Label) -> None:
    assert read_label([text]) == label


def test_what_several_words_say_is_put_together() -> None:
    assert read_label(["Consular section", "Fax", "mornings"]) == Label(PhoneKind.FAX, "Consular section, mornings")


@given(st.text())
def test_what_is_shown_of_any_words_stands_in_them(text: str) -> None:
    assert read_label([text]).text in " ".join(text.split())


@given(st.text())
def test_words_that_tell_a_kind_other_than_voice_are_a_label_or_shown(text: str) -> None:
    label = read_label([text])
    assert label.kind in (None, PhoneKind.VOICE) or is_label(text) or label.text
