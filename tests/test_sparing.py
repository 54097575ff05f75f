"""Long work in a thread: the event loop is spared while it lasts, and everything is as before in the end."""

import gc
import sys

import pytest

from custom_components.home_inventory.sparing import sparing_the_loop


def test_the_loop_is_spared_until_the_last_one_is_done() -> None:
    usual = sys.getswitchinterval()
    with sparing_the_loop():
        with sparing_the_loop():
            assert (sys.getswitchinterval(), gc.isenabled()) == (pytest.approx(0.001), False)
        assert (sys.getswitchinterval(), gc.isenabled()) == (pytest.approx(0.001), False)
    assert (sys.getswitchinterval(), gc.isenabled()) == (pytest.approx(usual), True)


def test_an_error_ends_it_too() -> None:
    with pytest.raises(ZeroDivisionError), sparing_the_loop():
        _ = 1 / 0
    assert gc.isenabled()


def test_what_somebody_else_has_chosen_stays() -> None:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    gc.disable()
    try:
        with sparing_the_loop():
            assert sys.getswitchinterval() == pytest.approx(0.0005)
        assert (sys.getswitchinterval(), gc.isenabled()) == (pytest.approx(0.0005), False)
    finally:
        sys.setswitchinterval(usual)
        gc.enable()
