"""What the field that adds an office to a call finds."""

import pytest

from tests.ui.calls.conftest import KOLN, Opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

_MANILA = "Southeast Asia Secretariat · Manila · Philippines"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("nepal", [f"{_MANILA} · serves Nepal"]),
        ("southeast sri lanka", [f"{_MANILA} · serves Sri Lanka"]),
        ("manila", [_MANILA]),
        ("bolivia", []),
    ],
)
def test_a_country_finds_the_office_that_serves_it_and_says_so(opened: Opened, typed: str, offered: list[str]) -> None:
    dialog = opened(KOLN)
    dialog.field.setFocus()
    dialog.field.offer(typed)
    assert dialog.field.offered == offered
