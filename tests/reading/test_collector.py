"""The search for garbage is off while a policy is read, and as it was afterwards."""

from __future__ import annotations

import gc

import pytest

from schoolpolicy.reading.collector import without_collector


def test_it_is_off_inside_and_on_again_afterwards() -> None:
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    with pytest.raises(LookupError), without_collector():
        raise LookupError
    assert gc.isenabled()


def test_whoever_has_put_it_off_keeps_it_so() -> None:
    gc.disable()
    try:
        with without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
