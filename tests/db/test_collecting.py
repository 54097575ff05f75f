"""Long work in a thread: short turns while it lasts, and nothing of the collector changed in the end."""

import gc
import sys

import pytest

from custom_components.home_inventory.db.collecting import set_apart, short_turns, sparing_the_loop


@pytest.fixture(autouse=True)
def _nothing_apart() -> None:
    gc.unfreeze()


def test_turns_are_short_until_the_last_one_is_done() -> None:
    usual = sys.getswitchinterval()
    with short_turns():
        with short_turns():
            assert sys.getswitchinterval() == pytest.approx(0.001)
        assert sys.getswitchinterval() == pytest.approx(0.001)
    assert sys.getswitchinterval() == pytest.approx(usual)


def test_turns_that_are_shorter_already_stay() -> None:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    try:
        with short_turns():
            assert sys.getswitchinterval() == pytest.approx(0.0005)
        assert sys.getswitchinterval() == pytest.approx(0.0005)
    finally:
        sys.setswitchinterval(usual)


def test_what_was_there_is_kept_from_the_collector_meanwhile() -> None:
    with sparing_the_loop():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_is_set_apart_stays_apart() -> None:
    set_apart()
    apart = gc.get_freeze_count()
    with sparing_the_loop():
        pass
    assert gc.get_freeze_count() >= apart - 100  # some of it may be gone by itself
    gc.unfreeze()
