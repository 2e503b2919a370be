"""One office on the command line, as somebody about to phone it reads it."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from directory_app.cli.showing import show
from directory_app.directory import Directory
from directory_app.model.office import Status
from directory_app.paths import paths_under
from directory_app.settings import Settings, write_settings
from tests.builders import a_phone, a_position, an_office
from tests.cli.conftest import Run
from tests.directories import a_directory

TUESDAY = datetime(2026, 6, 2, 8, 20, tzinfo=ZoneInfo("Europe/Berlin"))
TOKYO = an_office(
    "Japan Office",
    city="Tokyo",
    country="JP",
    position=a_position(35.68, 139.69),
    timezone="Asia/Tokyo",
    phones=(a_phone("+81362058415"),),
    opening_hours="Mo-Fr 09:30-18:00",
)
GONE = an_office("Closed Office", status=Status.CLOSED, opening_hours="24/7", timezone="Asia/Tokyo")


@pytest.fixture
def directory(empty_database: Path, tmp_path: Path) -> Iterator[Directory]:
    with a_directory(empty_database, tmp_path, [TOKYO, GONE]) as directory:
        yield directory


def shown(directory: Directory, name: str, capsysbinary: pytest.CaptureFixture[bytes], my_country: str = "DE") -> str:
    asked = Namespace(office=name, json=False, my_country=my_country, clock=lambda: TUESDAY)
    assert show(directory, asked) == 0
    return capsysbinary.readouterr().out.decode()


def test_show_tells_the_time_there_and_whether_somebody_answers(
    directory: Directory, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = shown(directory, "Japan Office", capsysbinary)
    assert "time there: 15:20, 7 hours ahead of here (Asia/Tokyo)\n" in text
    assert "now: open until 18:00, 11:00 for you\n" in text
    assert "position: 35.68000, 139.69000 (" in text


def test_show_tells_how_a_number_is_dialled_from_where_one_is(
    directory: Directory, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert "voice: +81 3-6205-8415  (from here 00 81 3-6205-8415)\n" in shown(directory, "Japan Office", capsysbinary)
    assert "from here" not in shown(directory, "Japan Office", capsysbinary, "")


def test_an_office_that_is_closed_for_good_is_not_open_now(
    directory: Directory, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = shown(directory, "Closed Office", capsysbinary)
    assert "now:" not in text
    assert "position: not on the map\n" in text


def test_show_takes_my_country_and_my_clock_from_settings(run: Run, tmp_path: Path) -> None:
    settings = Settings(my_country="FR", home_timezone="Asia/Kolkata")
    write_settings(paths_under(tmp_path).settings, settings)
    answer = run("--data-dir", tmp_path, "show", "South Asia Secretariat")
    assert "(from here 00 91 11 4974 7200)" in answer.out
    assert "the same time as here (Asia/Kolkata)" in answer.out


def test_show_without_json_can_be_read_aloud(run: Run) -> None:
    answer = run("show", "colombia office")
    assert answer.code == 0
    assert "Medellín" in answer.out
    assert "+52 55 5345 3000 ext. 5622" in answer.out
