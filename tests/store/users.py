"""Tests as a user who may not write everywhere."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

NOBODY = 65534


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """Gives up root's right to read and write everywhere for a while, if the tests have it."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
