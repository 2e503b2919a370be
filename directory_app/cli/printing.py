"""Results on standard output, messages on standard error."""

import json
import os
import sys
from collections.abc import Iterable

from directory_app.model.plain import Plain

DONE, WITH_FINDINGS = 0, 1
"""Exit codes; 2 is for what could not be done at all."""


def print_json(document: Plain) -> None:
    """Prints one JSON document, in UTF-8 whatever the terminal's encoding is."""
    _write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def print_lines(lines: Iterable[object]) -> None:
    """Prints results, one a line."""
    _write("".join(f"{line}\n" for line in lines))


def tell(*messages: str) -> None:
    """Prints messages, one a line."""
    for message in messages:
        sys.stderr.write(f"{message}\n")


class OutputError(Exception):
    """Standard output takes no more."""


def _write(text: str) -> None:
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python complains once more when it ends
        raise OutputError(error.strerror) from error
