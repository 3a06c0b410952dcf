"""Work that is asked to stop does, and only that."""

from __future__ import annotations

from threading import Thread

import pytest

from desktop.core.faults import Stopped
from desktop.core.stopping import stop_if_asked, stoppable, watched


def test_nobody_asks_outside_and_after() -> None:
    stop_if_asked()
    with pytest.raises(Stopped), stoppable(lambda: True):
        stop_if_asked()
    stop_if_asked()


def test_what_was_asked_outside_holds_inside() -> None:
    with stoppable(lambda: True), stoppable(None), pytest.raises(Stopped):
        stop_if_asked()


def test_long_loops_look_now_and_then() -> None:
    looks: list[int] = []

    def asked() -> bool:
        looks.append(1)
        return len(looks) > 3

    seen: list[int] = []
    with stoppable(asked), pytest.raises(Stopped):
        seen.extend(watched(range(10_000)))
    assert 0 < len(seen) < 2_000
    assert len(looks) == 4
    assert list(watched("abc")) == ["a", "b", "c"]


def test_another_thread_is_not_asked() -> None:
    done: list[bool] = []

    def work() -> None:
        stop_if_asked()
        done.append(True)

    with stoppable(lambda: True):
        thread = Thread(target=work)
        thread.start()
        thread.join()
    assert done == [True]
