"""How much a file may hold before it is refused, so that none can fill the memory or stop the program."""

from directory_app.errors import BadInputError

KB = 1024
MB = 1024 * KB

FILE_BYTES = 50 * MB
RECORDS = 200_000
CARD_BYTES = MB
LINE_BYTES = 256 * KB
UNPACKED_BYTES = 500 * MB
"""What an XLSX, which is a compressed folder, may unpack to."""


class LimitError(BadInputError):
    """A file is larger than what is read at once; nothing of it is taken."""


def check_size(data: bytes) -> None:
    """Raises LimitError for a file that is too large."""
    if len(data) > FILE_BYTES:
        has, most = len(data) / MB, FILE_BYTES // MB
        raise LimitError(f"The file has {has:.1f} MB; at most {most} MB are read at once. Split it into several files.")


def check_count(records: int) -> None:
    """Raises LimitError for more records than are read at once."""
    if records > RECORDS:
        raise LimitError(f"The file has more than {RECORDS:,} records. Split it into several files.")
