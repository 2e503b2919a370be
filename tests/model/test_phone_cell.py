import re
import tomllib
import unicodedata
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.phones.cell import read_phones, split_cells

_CASES = sorted((Path(__file__).parent / "phone_cells").glob("*.toml"))
_LONGEST_E164 = 15

_PUBLISHED = [
    ("+91 - 40 / 40034004/5/6/8", ["+914040034004", "+914040034005", "+914040034006", "+914040034008"]),
    ("+63-2/426-0851; 4265921 to 23", ["+6324260851", "+6324265921", "+6324265922", "+6324265923"]),
    ("+52 55 5345 3000 xt 5622 and 5623", ["+525553453000x5622", "+525553453000x5623"]),
    ("+55 11 5084-3079/3081", ["+551150843079", "+551150843081"]),
    ("+52 1 55 1234 5678", ["+5215512345678"]),
    ("+49 761 36 89 2-0", ["+49761368920"]),
    ("+49 761 36 89 2-19", ["+497613689219"]),
    ("+1 510 844-0699x309", ["+15108440699x309"]),
    ("+49-228 / 97 62 99-00", ["+4922897629900"]),
    ("+49-761/3689219", ["+497613689219"]),
    ("+1-647/728-4308", ["+16477284308"]),
    ("+1 514 / 793-3300", ["+15147933300"]),
    ("+81-3/6205-8415", ["+81362058415"]),
    ("+61-3/9639-8677", ["+61396398677"]),
    ("+55-11 / 5084-3079", ["+551150843079"]),
    ("+82-31-255-3257", ["+82312553257"]),
    ("+886 987 905 927", ["+886987905927"]),
    ("+27 (0)12 3379300 ext. 12", ["+27123379300x12"]),
]


def _examples() -> list[str]:
    numbers = [
        phonenumbers.example_number_for_type(region, kind)
        for region in sorted(phonenumbers.SUPPORTED_REGIONS)
        for kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE)
    ]
    return [phonenumbers.format_number(n, phonenumbers.PhoneNumberFormat.INTERNATIONAL) for n in numbers if n]


def _e164(written: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(written), phonenumbers.PhoneNumberFormat.E164)


def _digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) for c in text if c.isdecimal())


def _is_carried_on(digits: str, carried: str, written: str) -> bool:
    """Tells whether digits are some first ones of those carried over, then written ones in their order."""
    beginnings = (carried[:length] for length in range(len(carried) + 1))
    return any(
        digits.startswith(beginning) and _in_order(digits[len(beginning) :], written) for beginning in beginnings
    )


def _in_order(digits: str, written: str) -> bool:
    rest = iter(written)
    return all(digit in rest for digit in digits)


def _dropped(text: str, phones: tuple[Phone, ...]) -> list[str]:
    """Returns the digits of a text that are in no number, extension or label; zeros may be prefixes."""
    kept = [_digits(part).replace("0", "") for p in phones for part in (p.number + p.extension, p.label)]
    written = (_digits(run).replace("0", "") for run in re.findall(r"\d+", text))
    return [run for run in written if not any(run in digits for digits in kept)]


def _short(phone: Phone) -> str:
    return f"{phone.number}x{phone.extension}" if phone.extension else phone.number


examples = st.sampled_from(_examples())
countries = st.sampled_from(["", "DE", "de", "PH", "US", "AR", "IT", "JP", "ZZ", "not a country"])
joints = st.sampled_from(
    ["; ", ", ", " / ", "/", " and ", " or ", " y ", " e ", " und ", " | ", "\n", " - ", "; Tel: "]
)
numbers_with_words = st.lists(
    st.tuples(
        st.sampled_from(["", "Tel.: ", "Fax ", "T: ", "Mobile: ", "Press office: ", "☎ ", "電話:", "Plantão "]),
        examples,
        st.sampled_from(["", " ext. 12", "x12", " int. 12", " ramal 12", " 内線 12", " (poste 12)"]),
        st.sampled_from(["", " (Fax)", " (during working hours)", " (24 h)", " [fax]"]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda item: item[1],
)
cell_texts = st.text(st.sampled_from("0123456789 +()-/;,.~#:&x TFe٤３　\u200b\t\n"), max_size=60) | st.text(max_size=60)


@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_a_cell_of_the_corpus_is_read_as_its_file_says(path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    expected = tuple(
        Phone(case["cell"].strip(), **{**phone, "kind": PhoneKind(phone.get("kind", "voice"))})
        for phone in case["phones"]
    )
    assert read_phones(case["cell"], case.get("country", "")) == expected


def test_the_corpus_is_there() -> None:
    assert len(_CASES) >= 210


@pytest.mark.parametrize(("cell", "numbers"), _PUBLISHED)
def test_a_published_cell_is_read_whole(cell: str, numbers: list[str]) -> None:
    phones = read_phones(cell)
    assert [_short(phone) for phone in phones] == numbers
    assert {phone.raw for phone in phones} == {cell}


def test_the_words_around_a_number_decide_before_the_numbering_plan() -> None:
    assert [phone.kind for phone in read_phones("F: +886 987 905 927")] == [PhoneKind.FAX]


def test_a_kind_that_is_known_beforehand_decides_before_the_words() -> None:
    assert [phone.kind for phone in read_phones("Mobile: 0761 4568120", "DE", PhoneKind.FAX)] == [PhoneKind.FAX]


def test_voice_known_beforehand_leaves_room_for_what_says_more() -> None:
    assert [phone.kind for phone in read_phones("+886 987 905 927", "TW", PhoneKind.VOICE)] == [PhoneKind.MOBILE]
    assert [phone.kind for phone in read_phones("F: +49 761 4568199", "DE", PhoneKind.VOICE)] == [PhoneKind.FAX]


@pytest.mark.parametrize("cell", ["", "   ", "\u200b\ufeff", "\n\t"])
def test_a_cell_with_nothing_in_it_has_no_phones(cell: str) -> None:
    assert read_phones(cell) == ()


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("+49 761 1; F: +49 761 2", ("+49 761 1", "F: +49 761 2")),
        ("T: +82-2-3789-0496 F: +82-2-3789-0497", ("T: +82-2-3789-0496", "F: +82-2-3789-0497")),
        ("Tel. 0761 45681 and Fax 0761 45682", ("Tel. 0761 45681", "Fax 0761 45682")),
        ("T: +49 761 45681\r\nM: 0171 2345678\n\n", ("T: +49 761 45681", "M: 0171 2345678")),
        ("+63-2/426-0851; 4265921 to 23", ("+63-2/426-0851; 4265921 to 23",)),
        ("+1 202 456 1111 (fax), +1 202 456 1414 (office)", ("+1 202 456 1111 (fax), +1 202 456 1414 (office)",)),
        ("+49 761 45681 (Fax +49 761 45682)", ("+49 761 45681 (Fax +49 761 45682)",)),
        ("Reception", ("Reception",)),
        (" \n ; \n", ()),
    ],
)
def test_a_text_is_split_before_each_labelled_number(text: str, cells: tuple[str, ...]) -> None:
    assert split_cells(text) == cells


def test_a_labelled_number_stays_with_the_one_whose_country_code_it_needs() -> None:
    text = "T: +49 761 4568120 F: 4568199"
    assert split_cells(text) == (text,)
    assert [(phone.number, phone.kind) for phone in read_phones(text)] == [
        ("+497614568120", PhoneKind.VOICE),
        ("+497614568199", PhoneKind.FAX),
    ]


@given(cell_texts, countries)
def test_any_text_is_read_and_nothing_in_it_is_dropped(text: str, country: str) -> None:
    phones = read_phones(text, country)
    assert all(phone.raw == text.strip() for phone in phones)
    assert bool(phones) or not any(c.isalnum() for c in text)


@given(cell_texts, countries)
def test_every_number_is_made_of_digits_that_were_written(text: str, country: str) -> None:
    """What is not written is carried over: the beginning of a number before it, or the country's calling code."""
    written = _digits(text)
    known = [str(phonenumbers.country_code_for_region(country.upper()) or "")]
    for phone in read_phones(text, country):
        digits = phone.number.removeprefix("+")
        assert len(digits) <= _LONGEST_E164
        counted = any(carried and digits == str(int(carried) + 1) for carried in known)
        assert not digits or counted or any(_is_carried_on(digits, carried, written) for carried in known)
        known.append(digits)


@given(
    st.text(st.sampled_from("0123456789" * 2 + " ()-/;,.x:TF"), max_size=60), st.sampled_from(["DE", "PH", "IT", ""])
)
def test_no_digits_are_dropped(text: str, country: str) -> None:
    phones = read_phones(text, country)
    if all(phone.number for phone in phones):
        assert not _dropped(text, phones)


@given(
    numbers_with_words, st.sampled_from(["; ", ", ", " / ", "/", " and ", " or ", " y ", " oder ", "\n", " | ", " • "])
)
def test_numbers_among_words_are_read_one_by_one(items: list[tuple[str, str, str, str]], joint: str) -> None:
    cell = joint.join("".join(item) for item in items)
    phones = read_phones(cell)
    read = [_e164(number) + ("x12" if extension else "") for _, number, extension, _ in items]
    assert [_short(phone) for phone in phones] == read
    assert not _dropped(cell, phones)


@given(cell_texts)
def test_cells_on_lines_of_their_own_are_split_into_the_same_cells(text: str) -> None:
    cells = split_cells(text)
    assert split_cells("\n".join(cells)) == cells


@given(examples, examples, joints)
def test_two_whole_numbers_stay_two_whatever_joins_them(first: str, second: str, joint: str) -> None:
    read = [phone.number for phone in read_phones(first + joint + second)]
    assert read == list(dict.fromkeys([_e164(first), _e164(second)]))


@given(examples, st.sampled_from(["/", ", ", " and "]))
def test_the_digits_of_a_tail_replace_the_last_ones(written: str, joint: str) -> None:
    whole = _e164(written)
    tail = f"{(int(whole[-2:]) + 7) % 100:02}"
    assert [phone.number for phone in read_phones(written + joint + tail)] == [whole, whole[:-2] + tail]


@given(examples, st.integers(1, 99999))
def test_an_extension_is_never_part_of_the_number(written: str, extension: int) -> None:
    assert [_short(phone) for phone in read_phones(f"{written} ext. {extension}")] == [f"{_e164(written)}x{extension}"]


@given(examples, st.integers(1, 99999), st.sampled_from([",", ",,", " p", "p"]))
def test_digits_after_a_pause_are_an_extension(written: str, extension: int, pause: str) -> None:
    assert [_short(phone) for phone in read_phones(f"{written}{pause}{extension}")] == [f"{_e164(written)}x{extension}"]


@given(examples, st.sampled_from(["room", "Zimmer", "since", "κτίριο", "楼"]), st.integers(1, 99999), countries)
def test_short_digits_after_a_word_nobody_knows_are_a_remark(
    written: str, word: str, digits: int, country: str
) -> None:
    for joint in (" ", ", ", "; "):
        phones = read_phones(f"{written}{joint}{word} {digits}", country)
        assert [(phone.number, phone.label) for phone in phones] == [(_e164(written), f"{word} {digits}")]


@given(examples)
def test_a_number_may_be_written_with_00_and_without_its_groups(written: str) -> None:
    spellings = ["00" + written[1:], _e164(written), written.replace(" ", ""), written.replace(" ", "\u00a0")]
    assert {phone.number for cell in spellings for phone in read_phones(cell)} == {_e164(written)}
