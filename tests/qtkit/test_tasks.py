"""Background work arrives on the window's thread, in order, and can be stopped."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.faults import Fault, Stopped
from desktop.core.message import Message, msg
from desktop.qtkit.tasks import Cancelled, Progress, TaskLane


@pytest.fixture
def lane(qapp: object) -> Iterator[TaskLane]:
    lane = TaskLane()
    yield lane
    lane.close()


class Heard:
    """Remembers what it was told, and on which thread."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self.threads: set[int] = set()

    def hear(self, *values: object) -> None:
        self.values.append(values[0] if len(values) == 1 else values)
        self.threads.add(threading.get_ident())


def test_result_arrives_on_the_calling_thread(lane: TaskLane, qtbot: QtBot) -> None:
    worked_on: list[int] = []
    heard = Heard()

    def work(progress: Progress, cancelled: Cancelled) -> int:
        worked_on.append(threading.get_ident())
        return 42

    task = lane.start("Counting", work, done=heard.hear)
    with qtbot.waitSignal(task.finished):
        pass
    assert heard.values == [42]
    assert heard.threads == {threading.get_ident()}
    assert worked_on != [threading.get_ident()]
    assert not lane.busy


def test_progress_is_told_in_order(lane: TaskLane, qtbot: QtBot) -> None:
    heard = Heard()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        progress(0.25)
        progress(0.5, msg("Half way"))

    task = lane.start("Walking", work)
    task.progressed.connect(heard.hear)
    with qtbot.waitSignal(task.finished):
        pass
    assert heard.values == [(0.25, None), (0.5, Message("Half way"))]
    assert heard.threads == {threading.get_ident()}


def test_fault_is_delivered_and_not_reported_as_a_bug(lane: TaskLane, qtbot: QtBot) -> None:
    heard = Heard()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        raise Fault(msg("The disk is full."))

    task = lane.start("Saving", work, failed=heard.hear)
    with qtbot.waitSignal(task.finished):
        pass
    (fault,) = heard.values
    assert isinstance(fault, Fault)
    assert fault.message.text == "The disk is full."


def test_bug_reaches_the_hook_on_the_calling_thread(
    lane: TaskLane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        heard.hear(kind)

    monkeypatch.setattr(sys, "excepthook", hook)

    def work(progress: Progress, cancelled: Cancelled) -> None:
        raise ZeroDivisionError

    task = lane.start("Dividing", work)
    with qtbot.waitSignals([task.crashed, task.finished]):
        pass
    assert heard.values == [ZeroDivisionError]
    assert heard.threads == {threading.get_ident()}


def test_tasks_run_one_after_another(lane: TaskLane, qtbot: QtBot) -> None:
    order: list[str] = []
    first_may_end = threading.Event()

    def first(progress: Progress, cancelled: Cancelled) -> None:
        first_may_end.wait(10)
        order.append("first")

    def second(progress: Progress, cancelled: Cancelled) -> None:
        order.append("second")

    lane.start("First", first)
    lane.start("Second", second)
    assert [task.label for task in lane.tasks] == ["First", "Second"]
    with qtbot.waitSignal(lane.idle):
        first_may_end.set()
    assert order == ["first", "second"]


def test_running_task_stops_when_asked(lane: TaskLane, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.005)
        raise Stopped

    task = lane.start("Waiting", work)
    assert begun.wait(10)
    with qtbot.waitSignals([task.cancelled, task.finished]):
        task.cancel()


def test_waiting_task_that_is_cancelled_never_begins(lane: TaskLane, qtbot: QtBot) -> None:
    may_end = threading.Event()
    done: list[str] = []

    def first(progress: Progress, cancelled: Cancelled) -> None:
        may_end.wait(10)

    def second(progress: Progress, cancelled: Cancelled) -> None:
        done.append("second")

    lane.start("First", first)
    task = lane.start("Second", second)
    task.cancel()
    with qtbot.waitSignal(task.cancelled):
        may_end.set()
    assert done == []


def test_close_waits_for_what_runs(qapp: object) -> None:
    lane = TaskLane()
    ended: list[bool] = []
    begun = threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.005)
        ended.append(True)

    lane.start("Working", work)
    assert begun.wait(10)
    lane.close()
    assert ended == [True]
