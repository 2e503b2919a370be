"""Files written whole or not at all."""

import errno
import os
import secrets
import stat
from pathlib import Path

from directory_app.errors import BadInputError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a file beside its place and moves it there, so that no reader ever sees half of it.

    An existing file keeps its permissions, a symbolic link its target's place; a device or pipe is
    written to directly. Raises BadInputError with a sentence if it cannot be written; what was
    there before is then untouched and nothing is left behind.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _existing_mode(target)
        if mode is None or stat.S_ISREG(mode):
            _replace(target, data, mode)
        else:
            _write_through(target, data)
    except (OSError, ValueError) as error:
        raise BadInputError(_sentence(path, error)) from error


def _existing_mode(target: Path) -> int | None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if stat.S_ISREG(mode) and not os.access(target, os.W_OK):
        raise PermissionError
    return mode


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _write_through(target: Path, data: bytes) -> None:
    with target.open("wb", buffering=0) as file:
        view = memoryview(data)
        while view:
            view = view[file.write(view) :]


def _sync_folder(folder: Path) -> None:
    """Makes the move itself survive a power cut, where the system can; the file is in place either way."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)


def _sentence(path: Path, error: OSError | ValueError) -> str:
    folder = path.parent
    match error:
        case IsADirectoryError():
            return f"{path} is a folder. Give the name of a file."
        case FileNotFoundError() | NotADirectoryError():
            return f"{path} cannot be written: there is no folder {folder}. Make it first, or choose another place."
        case PermissionError():
            return f"{path} cannot be written: you have no permission to. Choose another place or name."
        case OSError(errno=number) if number in _FULL:
            return f"{path} cannot be written: the disk is full. Free some space, or choose another place."
        case OSError(strerror=reason) if reason:
            return f"{path} cannot be written: {reason}. Choose another place or name."
        case _:
            return f"{str(path)!r} cannot be the name of a file. Choose another name."
