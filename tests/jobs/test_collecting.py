"""The garbage collector during a job."""

import gc
import weakref

import pytest

from directory_app.jobs.collecting import settle, young_only


def test_the_collector_is_as_it_was_after_a_job_however_that_ends() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), young_only():
        assert gc.get_threshold() > before and gc.isenabled()
        with young_only():
            assert gc.get_threshold() > before
        assert gc.get_threshold() != before
        raise ValueError("stopped")
    assert gc.get_threshold() == before


def test_what_is_settled_is_walked_through_no_more_and_still_goes_when_nobody_holds_it() -> None:
    class Office:
        pass

    office = Office()
    there = weakref.ref(office)
    try:
        settle()
        assert gc.get_freeze_count() > 1000
        assert not any(thing is office for thing in gc.get_objects())
        del office
        assert there() is None
    finally:
        gc.unfreeze()
