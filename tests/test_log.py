import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from directory_app.log import FILE_NAME, start_log


@pytest.fixture(autouse=True)
def the_log_as_it_was() -> Iterator[None]:
    logger = logging.getLogger("directory_app")
    level = logger.level
    yield
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        with suppress(OSError):
            handler.close()
    logger.setLevel(level)


def test_every_modules_lines_come_into_one_file(tmp_path: Path) -> None:
    start_log(tmp_path / "deep" / "log")
    logging.getLogger("directory_app.geo.gazetteer").warning("Köln is not 高雄")
    line = (tmp_path / "deep" / "log" / FILE_NAME).read_text(encoding="utf-8")
    assert "WARNING directory_app.geo.gazetteer: Köln is not 高雄" in line


def test_a_log_started_again_moves_and_says_nothing_twice(tmp_path: Path) -> None:
    start_log(tmp_path / "first")
    start_log(tmp_path / "second")
    logging.getLogger("directory_app.app").error("once")
    assert (tmp_path / "first" / FILE_NAME).read_text(encoding="utf-8") == ""
    assert (tmp_path / "second" / FILE_NAME).read_text(encoding="utf-8").count("once") == 1


def test_a_folder_that_cannot_be_made_sends_the_log_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file is in the way")
    start_log(tmp_path / "taken" / "log")
    logging.getLogger("directory_app.app").error("still heard")
    said = capsys.readouterr().err
    assert str(tmp_path / "taken" / "log") in said
    assert "still heard" in said


def test_a_log_that_grew_too_large_starts_a_new_file_and_keeps_three(tmp_path: Path) -> None:
    start_log(tmp_path)
    logger = logging.getLogger("directory_app.app")
    for _ in range(60):
        logger.info("x" * 50_000)
    assert len(list(tmp_path.iterdir())) == 4
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 2_500_000


def test_a_log_that_cannot_be_written_any_more_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start_log(tmp_path)
    handler = logging.getLogger("directory_app").handlers[0]
    assert isinstance(handler, logging.FileHandler)
    handler.setStream(Path("/dev/full").open("w", encoding="utf-8")).close()  # type: ignore[union-attr]  # noqa: SIM115
    for _ in range(3):
        logging.getLogger("directory_app.app").error("nowhere to go")
    assert capsys.readouterr().err == ""
