"""What a page is given: the company file, background work, preferences and the window's doors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from desktop.core.faults import Fault
from desktop.core.record import record
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.tasks import Task, TaskLane, Work
from desktop.qtkit.wording import say

if TYPE_CHECKING:
    from desktop.services.workspace import ChangeEvent, Workspace

NEW = 0  # no goal, KPI or import has this id
GUIDED = -1  # nor this: a new goal, with the guide


@record(frozen=True, slots=True)
class Command:
    """One thing that can be done, as the command palette lists it."""

    title: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = "chevron-right"
    group: str = ""  # where it comes from: "File", the page's name
    code: str = ""  # what it is found by as well, and not shown: a goal's code on paper


class Commands:
    """The commands of the window and of the pages that are open."""

    def __init__(self) -> None:
        self._owned: list[tuple[object, Command]] = []

    def register(self, owner: object, commands: Iterable[Command]) -> None:
        """Add commands; ``owner`` (the page) takes them along when it goes."""
        self._owned.extend((owner, command) for command in commands)

    def forget(self, owner: object) -> None:
        """Remove the commands of ``owner``."""
        self._owned = [(known, command) for known, command in self._owned if known is not owner]

    def all(self) -> list[Command]:
        """Every command, in the order of registration."""
        return [command for _, command in self._owned]

    def of(self, owner: object) -> list[Command]:
        """The commands of ``owner``."""
        return [command for known, command in self._owned if known is owner]


@record(frozen=True, slots=True)
class NoticeAction:
    """The one thing a notice offers: ``Undo``, ``Open``."""

    title: str
    run: Callable[[], object]


class Navigate(Protocol):
    def __call__(self, page: str, item_id: int | None = None) -> None:
        """Show ``overview goals kpis imports follow_up sheets settings``, and there the item
        ``item_id``; with :data:`NEW`, begin a new one (:data:`GUIDED`: with the guide).
        ``follow_up/check_ins`` is one part of a page."""
        ...


class Notify(Protocol):
    def __call__(self, text: str, kind: str = "info", action: NoticeAction | None = None) -> None:
        """Tell the user in one line; ``kind`` is ``info good risk bad``."""
        ...


def _stay(page: str, item_id: int | None = None) -> None:
    """Navigation of a page that stands alone."""


def _silent(text: str, kind: str = "info", action: NoticeAction | None = None) -> None:
    """Notices of a page that stands alone."""


def _unwatched(folder: Path | None) -> None:
    """The watched folder of a page that stands alone."""


def _unmoved(choice: str) -> None:
    """Language and theme of a page that stands alone."""


@dataclass(kw_only=True)
class AppContext:
    """Everything that a page may lean on; only ``workspace`` is needed to try a page alone."""

    workspace: Workspace
    tasks: TaskLane = field(default_factory=TaskLane)
    preferences: Preferences = field(default_factory=Preferences)
    commands: Commands = field(default_factory=Commands)
    navigate: Navigate = _stay
    notify: Notify = _silent
    host: QWidget | None = None  # pages are made inside it: moved there, they are dressed again
    set_language: Callable[[str], None] = _unmoved  # of the window; pages are then made anew
    set_theme: Callable[[str], None] = _unmoved  # system, light or dark
    watch_folder: Callable[[Path | None], None] = _unwatched  # for new files; none: not any more

    def run(
        self,
        label: str,
        work: Work,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Fault], None] | None = None,
    ) -> Task:
        """Do ``work(progress, cancelled)`` in the background, with progress and cancel on show.

        A :class:`Fault` becomes a notice unless ``failed`` takes it.
        """
        return self.tasks.start(label, work, done=done, failed=failed or self.show_fault)

    def watch(self, widget: QWidget, changed: Callable[[ChangeEvent], None]) -> None:
        """Call ``changed`` after every change of the file, for as long as ``widget`` lives."""
        unsubscribe = self.workspace.subscribe(changed)
        widget.destroyed.connect(unsubscribe)

    def show_fault(self, fault: Fault) -> None:
        """Say what the state of things did not allow."""
        self.notify(say(fault.message), "bad")
