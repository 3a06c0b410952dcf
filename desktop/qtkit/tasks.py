"""Work in the background: one lane, one task at a time, signals on the window's thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance

from desktop.core.faults import Fault, Stopped
from desktop.core.message import Message
from desktop.core.stopping import stoppable


class Progress(Protocol):
    """What a task calls to say how far it is."""

    def __call__(self, fraction: float | None = None, message: Message | None = None) -> None:
        """``fraction`` from 0 to 1, or ``None`` when the end is not known."""
        ...


_TURN = 0.001
"""Seconds after which busy work lets the window have its turn; Python's own five add up."""
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], Any]


class Task(QObject):
    """One piece of work.  All signals arrive on the thread that made the task.

    Exactly one of ``done``, ``failed`` (a :class:`Fault`), ``cancelled`` or ``crashed`` is
    sent, and ``finished`` after it.
    """

    progressed = Signal(object, object)  # float | None, Message | None
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    crashed = Signal(object)  # an exception that is a bug; the crash report has been told
    finished = Signal()

    _outcome = Signal(str, object)
    _step = Signal(object, object)

    def __init__(self, label: str, work: Work) -> None:
        super().__init__()
        self.label = label
        self.running = True
        self._work = work
        self._stop = Event()
        self._outcome.connect(self._on_outcome, Qt.ConnectionType.QueuedConnection)
        self._step.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; ``cancelled`` follows unless it was done already."""
        self._stop.set()

    def perform(self) -> None:
        """Do the work; called by the lane on its own thread."""
        try:
            if self._stop.is_set():
                raise Stopped  # cancelled while it was waiting for its turn
            with stoppable(self._stop.is_set):
                result = self._work(self._report, self._stop.is_set)
            self._outcome.emit("done", result)
        except Stopped:
            self._outcome.emit("cancelled", None)
        except Fault as fault:
            self._outcome.emit("failed", fault)
        except Exception as error:  # a bug: the crash report gets it
            self._outcome.emit("crashed", error)

    def _report(self, fraction: float | None = None, message: Message | None = None) -> None:
        self._step.emit(fraction, message)

    def _on_outcome(self, kind: str, result: object) -> None:
        self.running = False
        if kind == "crashed" and isinstance(result, Exception):
            sys.excepthook(type(result), result, result.__traceback__)
        signal: SignalInstance = getattr(self, kind)
        if kind == "cancelled":
            signal.emit()
        else:
            signal.emit(result)
        self.finished.emit()


class _Turn(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.perform()


class TaskLane(QObject):
    """Runs tasks one after another on one background thread."""

    started = Signal(object)  # Task
    idle = Signal()  # nothing runs or waits any more

    def __init__(self) -> None:
        super().__init__()
        sys.setswitchinterval(_TURN)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._tasks: list[Task] = []

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What runs and what waits, in order."""
        return tuple(self._tasks)

    @property
    def busy(self) -> bool:
        """Whether any task runs or waits."""
        return bool(self._tasks)

    def start(
        self,
        label: str,
        work: Work,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Fault], None] | None = None,
    ) -> Task:
        """Queue ``work(progress, cancelled)``; ``label`` tells the user what is being done.

        ``done`` and ``failed`` are connected to the task's signals; give bound methods.
        """
        task = Task(label, work)
        if done is not None:
            task.done.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        task.finished.connect(self._on_task_finished)
        self._tasks.append(task)
        self.started.emit(task)
        self._pool.start(_Turn(task))
        return task

    def close(self) -> None:
        """Cancel everything and wait until the thread is idle; call before closing the file.
        Nobody is told of the outcomes: those who asked are going, and the file with them."""
        ended, self._tasks = self._tasks, []
        for task in ended:
            task.cancel()
        self._pool.waitForDone()
        for task in ended:
            task.blockSignals(True)
        if ended:
            self.idle.emit()

    def _on_task_finished(self) -> None:
        self._tasks = [task for task in self._tasks if task.running]
        if not self._tasks:
            self.idle.emit()
