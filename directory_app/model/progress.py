"""How far a long job is."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[int, int], None]
"""Told how many are done and of how many, 0 where that is not known; raises StoppedError to stop the job."""

_Item = TypeVar("_Item")


def untold(done: int, total: int) -> None:
    """Takes how far a job is and tells nobody."""


def counted(items: Iterable[_Item], total: int, progress: Progress, every: int = 100) -> Iterator[_Item]:
    """Yields the items and tells how many of them are done, now and then and at the end."""
    done = 0
    for done, item in enumerate(items, 1):
        yield item
        if done % every == 0:
            progress(done, total)
    progress(done, total or done)
