import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.exchange.pasted.lines import Gap, Line, read_windows
from directory_app.model.record import Unreadable

_RUN = " ".join(
    f"{'Town' * (number % 4 + 1)} Office {number} Long Street 1{number:04} Town Germany T: +49 30 9018{number:02}"
    for number in range(30)
)


def _lines(text: str) -> list[Line]:
    return [line for window in read_windows(text) if not isinstance(window, Unreadable) for line in window]


def _texts(text: str) -> list[str]:
    return [line.text for line in _lines(text)]


@pytest.mark.parametrize("width", range(60, 160, 7))
def test_lines_wrapped_at_a_width_are_one_line_that_knows_where_they_were(width: int) -> None:
    wrapped = textwrap.wrap(_RUN, width)
    (line,) = _lines("\n".join(wrapped))
    assert line.text == _RUN
    for number, text in enumerate(wrapped, 1):
        assert line.number_at(_RUN.index(text)) == number


def test_short_lines_are_lines() -> None:
    text = "Berlin Office\nTorstr. 72a\n10119 Berlin"
    assert _lines(text) == [
        Line(1, "Berlin Office", Gap.BLANK),
        Line(2, "Torstr. 72a", Gap.LINE),
        Line(3, "10119 Berlin", Gap.LINE),
    ]


def test_long_lines_that_each_end_an_entry_are_lines() -> None:
    text = "\n".join(f"Office {n}, {n} Long Street, Some Town, Germany, office{n}@rivertowns.example" for n in range(9))
    assert len(_lines(text)) == 9


def test_empty_lines_and_rules_are_gaps() -> None:
    assert [(line.text, line.gap) for line in _lines("a\nb\n\nc\n-----\nd\ne")] == [
        ("a", Gap.BLANK),
        ("b", Gap.LINE),
        ("c", Gap.BLANK),
        ("d", Gap.BLANK),
        ("e", Gap.LINE),
    ]


def test_where_every_line_is_double_spaced_an_empty_line_means_nothing() -> None:
    gaps = [line.gap for line in _lines("a\n\nb\n\nc\n\n\nd\n\ne")]
    assert gaps == [Gap.BLANK, Gap.LINE, Gap.LINE, Gap.BLANK, Gap.LINE]


def test_quoting_and_bullets_and_asterisks_around_lines_go() -> None:
    assert _texts("> > quoted\n> • listed\n- dashed\n## Titled\n**Bold**") == [
        "quoted",
        "listed",
        "dashed",
        "Titled",
        "Bold",
    ]


def test_numbers_before_lines_go_only_where_they_count() -> None:
    assert _texts("1. Nairobi\n2. Accra") == ["Nairobi", "Accra"]
    assert _texts("Torstr. 72a\n3. Stock links") == ["Torstr. 72a", "3. Stock links"]


def test_pieces_between_bars_are_lines() -> None:
    assert _texts("10119 Berlin | Germany • T: 1\tF: 2") == ["10119 Berlin", "Germany", "T: 1", "F: 2"]


def test_a_label_that_fills_a_line_goes_to_the_next_one() -> None:
    assert _texts("Phone:\n+49 30 1\nFax\n+49 30 2\nContact\nSomebody") == [
        "Phone: +49 30 1",
        "Fax: +49 30 2",
        "Contact",
        "Somebody",
    ]


def test_a_table_with_a_header_gives_labelled_cells() -> None:
    assert [(line.number, line.text, line.gap) for line in _lines("Office\tPhone\tX\nBern\t031 1\t\nBasel\t061 1\ty")][
        2:
    ] == [(3, "Office: Basel", Gap.ROW), (3, "Phone: 061 1", Gap.LINE), (3, "X: y", Gap.LINE)]


def test_a_table_of_labels_and_values_is_one_entry() -> None:
    assert _texts("Office\tBern Office\nPhone\t031 1\nE-mail\ta@b.ch") == [
        "Office: Bern Office",
        "Phone: 031 1",
        "E-mail: a@b.ch",
    ]


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=9), max_size=30).map("\n".join))
@settings(max_examples=60)
def test_lines_are_counted_as_they_stand(text: str) -> None:
    counted = text.split("\n")
    for line in _lines(text):
        assert line.text.split(": ")[0] in counted[line.number - 1]
