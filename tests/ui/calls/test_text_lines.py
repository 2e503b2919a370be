"""Texts that are cut to their place."""

import pytest
from PySide6.QtGui import QFontMetrics, QGuiApplication

from directory_app.ui.calls.text_lines import cut_text

WORDS = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_long_text_is_cut_at_the_end_of_its_last_line(most: int) -> None:
    font = QGuiApplication.font()
    width = QFontMetrics(font).horizontalAdvance("eins zwei drei")
    shown = cut_text(WORDS, font, width, most)
    assert shown.endswith("…") and WORDS.startswith(shown[:-1])
    assert (most - 1) * width < QFontMetrics(font).horizontalAdvance(shown) <= most * width + 1


@pytest.mark.parametrize("text", ["", "eins", "a\nb", "\ud800", "동아시아 🙂 مكتب"])
def test_a_short_text_is_whole(text: str) -> None:
    assert cut_text(text, QGuiApplication.font(), 1000, 3) == text


@pytest.mark.parametrize("width", [-5, 0, 1])
def test_where_there_is_no_room_nothing_goes_wrong(width: int) -> None:
    assert len(cut_text(WORDS, QGuiApplication.font(), width, 3)) <= len(WORDS)
