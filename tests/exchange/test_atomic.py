"""A file is written whole or not at all, and what stops it is said in a sentence."""

import errno
import os
from pathlib import Path

import pytest

from directory_app.errors import BadInputError
from directory_app.exchange.atomic import write_atomically


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_atomically(tmp_path / "cards.vcf", b"new")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"cards.vcf": b"new"}


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_atomically(tmp_path / "cards.vcf", b"new")
    assert (tmp_path / "cards.vcf").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    path.write_bytes(b"old and longer")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "cards.vcf"
    target.write_bytes(b"old")
    link = tmp_path / "link.vcf"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"there is no folder .*missing") as caught:
        write_atomically(tmp_path / "missing" / "cards.vcf", b"new")
    assert str(tmp_path / "missing" / "cards.vcf") in str(caught.value)


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInputError, match="there is no folder"):
        write_atomically(tmp_path / "file" / "cards.vcf", b"new")


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="is a folder"):
        write_atomically(tmp_path, b"new")


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_an_impossible_name_is_said_to_be_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInputError, match="Choose another"):
        write_atomically(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_write_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cards.vcf"
    path.write_bytes(b"old")
    # The administrator may write anything; this asks as somebody who may not.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(BadInputError, match="no permission"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "the disk is full"), (errno.EIO, os.strerror(errno.EIO))])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "cards.vcf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BadInputError, match=said):
        write_atomically(path, b"new")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"cards.vcf": b"old"}
