"""The garbage collector during a job."""

import gc

import pytest

from directory_app.jobs.collecting import young_only


def test_the_collector_is_as_it_was_after_a_job_however_that_ends() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), young_only():
        assert gc.get_threshold() > before and gc.isenabled()
        with young_only():
            assert gc.get_threshold() > before
        assert gc.get_threshold() != before
        raise ValueError("stopped")
    assert gc.get_threshold() == before
