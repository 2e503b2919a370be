"""The log: what went wrong and when, kept small, on this machine only.

Every module has a logger of its own, `logging.getLogger(__name__)`, below the one that is set up here.
"""

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "office-directory.log"
_PACKAGE = "directory_app"
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_BYTES = 500_000
_KEPT_FILES = 3


def start_log(folder: Path) -> None:
    """Writes the program's log into a folder, which is made where needed; called again, it moves there.

    Never raises: where the folder cannot be written the log goes to standard error, and says why.
    """
    logger = logging.getLogger(_PACKAGE)
    for old in logger.handlers[:]:
        logger.removeHandler(old)
        with suppress(OSError):
            old.close()
    logger.setLevel(logging.INFO)
    reason: OSError | None = None
    handler: logging.Handler
    try:
        handler = _file_handler(folder)
    except OSError as error:
        handler, reason = logging.StreamHandler(), error
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)
    if reason is not None:
        logger.warning("The log cannot be kept in %s (%s); it is written here instead.", folder, reason)


def _file_handler(folder: Path) -> logging.Handler:
    folder.mkdir(parents=True, exist_ok=True)
    return _QuietFileHandler(folder / FILE_NAME, maxBytes=_BYTES, backupCount=_KEPT_FILES, encoding="utf-8")


class _QuietFileHandler(RotatingFileHandler):
    """A disk that fills up later is no reason to print tracebacks for every line."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        self.setLevel(logging.CRITICAL + 1)
