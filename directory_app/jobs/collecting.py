"""Python's garbage collector during a job that fills the memory."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (200_000, 1_000, 1_000_000)


@contextmanager
def young_only() -> Iterator[None]:
    """Has the collector look through new objects only while the block runs, and through very many at once.

    By itself it looks through everything again each time that a quarter has been added, which took half
    the time of importing 20,000 offices. What stays for long here is in no cycles.
    """
    before = gc.get_threshold()
    if before == _SELDOM:  # another job has it do so already
        yield
        return
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def set_aside() -> None:
    """Has the collector leave all that there is alone, without a look through it, until things `settle`.

    Any thread may call it. The look would take a second after a job that made a million objects, and all threads wait.
    """
    gc.freeze()


def settle() -> None:
    """Has the collector look through all that there is once more, and never again until the next time.

    With a hundred thousand offices it takes 200 ms each time, in the middle of whatever somebody does. What is in no
    cycle is let go of as ever. To be called in the window's thread only, where objects of Qt may be destroyed.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
