"""An XLSX file as the archive it is (ECMA-376, part 2): what it must not be, and its sheets' bytes.

All that is looked at before openpyxl is given the file, so that nothing in it can fill the memory.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from directory_app.errors import BadInputError
from directory_app.exchange.limits import MB, UNPACKED_BYTES, LimitError

LONGEST_PIECE = 16 * MB
"""A row, a text or what stands around the rows of a sheet."""

_MOST_PARTS = 10_000
_LARGEST_OTHER_PART = 32 * MB
_MOST_TEXTS = 5_000_000
_CHUNK = 256 * 1024

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXTS = re.compile(r"xl/sharedStrings\.xml", re.IGNORECASE)
_MAY_BE_LARGE = re.compile(
    r"xl/(?:worksheets/[^/]+\.xml|sharedStrings\.xml|(?:media|embeddings|pivotCache|externalLinks|drawings|model)/.*)|.*\.bin",
    re.IGNORECASE,
)
"""What is looked through piece by piece, and what is not read at all."""

DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, KeyError, ValueError)
"""What reading a damaged archive raises."""


def require_workbook(archive: ZipFile) -> None:
    """Raises BadInputError for an archive that is no XLSX file, naming what it is, LimitError for too large a one."""
    names = set(archive.namelist())
    if any(part.flag_bits & 1 for part in archive.infolist()):
        raise BadInputError("The file is protected by a password. Save it without a password, and import that.")
    if "[Content_Types].xml" not in names or "xl/workbook.bin" in names or not any(n.startswith("xl/") for n in names):
        raise BadInputError(_other_archive(archive, names))
    _require_size(archive)
    for part in archive.namelist():
        if _TEXTS.fullmatch(part) and sum(1 for _ in pieces(archive, part, "si")) > _MOST_TEXTS:
            raise LimitError(f"The workbook has more than {_MOST_TEXTS:,} texts. Save the table by itself.")


def opened(data: bytes) -> ZipFile:
    """Returns a file's archive; raises BadInputError or LimitError for what is none or has too many parts."""
    if data.startswith(_OLD_OFFICE):
        raise BadInputError(_old_office(data))
    if not data.startswith(_ZIP):
        raise BadInputError("This is no XLSX file. Choose another file, or another format for it.")
    if data.count(b"PK\x01\x02") > _MOST_PARTS:
        raise LimitError(
            f"The workbook has more than {_MOST_PARTS:,} parts. Save the sheet with the offices by itself."
        )
    return ZipFile(BytesIO(data))


def pieces(archive: ZipFile, part: str, tag: str) -> Iterator[bytes]:
    """Yields a part's XML from one beginning of a tag to the next, first what stands before all of them.

    Raises LimitError for a piece that is too long or a part that unpacks to too much.
    """
    opening = re.compile(rb"<(?:\w+:)?" + tag.encode() + rb"[\s/>]")
    held = b""
    size = searched = 0
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            held += chunk
            start = 0
            for match in opening.finditer(held, searched):
                yield held[start : match.start()]
                start = match.start()
            held = held[start:]
            searched = max(1, len(held) - len(tag) - 64)
            if len(held) > LONGEST_PIECE or size > UNPACKED_BYTES:
                raise LimitError(
                    "One row of the workbook is too long to be read. Save the table by itself, and try again."
                )
    yield held


def _old_office(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "The workbook is protected by a password. Open it, save it without a password, and import that."
    return "This is a file of an old Office program (.xls). Open it in a spreadsheet program and save it as .xlsx."


def _other_archive(archive: ZipFile, names: set[str]) -> str:
    if "mimetype" in names and b"opendocument" in archive.open("mimetype").read(100):
        return "This is an OpenDocument file (.ods). Open it in a spreadsheet program and save it as .xlsx."
    if "xl/workbook.bin" in names:
        return "This is a binary workbook (.xlsb). Open it in a spreadsheet program and save it as .xlsx."
    if any(name.startswith("Index/") for name in names):
        return "This is a Numbers file. Open it in Numbers and export it as Excel (.xlsx)."
    if "[Content_Types].xml" in names:
        return "This is an Office file, but no workbook. Choose another file."
    return "This is an archive. Unpack it, and import the files in it."


def _require_size(archive: ZipFile) -> None:
    unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > UNPACKED_BYTES:
        raise LimitError(
            f"The workbook unpacks to {unpacked / MB:,.0f} MB; at most {UNPACKED_BYTES // MB} MB can be read."
            " Save the sheet with the offices by itself."
        )
    for part in archive.infolist():
        if part.file_size > _LARGEST_OTHER_PART and not _MAY_BE_LARGE.fullmatch(part.filename):
            raise LimitError(f"The part {part.filename} of the workbook is too large. Save the table by itself.")
