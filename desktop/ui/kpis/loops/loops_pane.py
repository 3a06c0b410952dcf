"""Growth loops, among the ways to see the KPIs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.period import Cadence
from desktop.core.sheet_loop import LoopSheet
from desktop.qtkit.wording import tr
from desktop.services.loops import (
    MOST_STEPS,
    LoopView,
    delete_loop,
    loop_sheet,
    loops,
    read_loop,
    save_loop,
)
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.kpis.loops.link_list import LinkList
from desktop.ui.kpis.loops.loop_dialogs import NewLoopDialog, RenameDialog, StepDialog
from desktop.ui.kpis.loops.ring_view import RingView
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Caption,
    Choice,
    EmptyState,
    danger_button,
    primary_button,
    quiet_button,
)
from desktop.ui.widgets.cadence_switch import CadenceSwitch


class LoopsPane(QWidget):
    """One loop at a time: the ring, and what is said of its links."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._cadence: Cadence | None = None
        self.view: LoopView | None = None
        may_change = not context.workspace.read_only
        self.empty = EmptyState(
            "compass",
            tr("No growth loops yet"),
            tr(
                "A funnel ends at the bottom: every month you begin again at the top. In a loop "
                "the last step feeds the first, as when customers recommend you, so that growth "
                "builds on itself."
            ),
            tr("Draw a growth loop") if may_change else "",
        )
        self.choice: Choice[int] = Choice()
        self.choice.setAccessibleName(tr("Growth loop"))
        self.cadences = CadenceSwitch()
        self.rename_button = quiet_button(tr("Rename"), "pencil")
        self.delete_button = danger_button(tr("Delete"), "trash-2")
        self.new_button = primary_button(tr("New loop"), "plus")
        self.ring = RingView(may_change=may_change)
        self.links = LinkList()
        self.add_button = quiet_button(tr("Add a step"), "plus")
        self.edit_button = quiet_button(tr("Change step"), "pencil")
        self.remove_button = quiet_button(tr("Remove step"), "x")
        self.copy_button = quiet_button(tr("Copy picture"), "image")
        self.printing = PrintButtons(context, self._sheet, tr("Print the loop …"))
        self._notes = Caption("")
        self._buttons = (
            self.rename_button,
            self.delete_button,
            self.new_button,
            self.add_button,
            self.edit_button,
            self.remove_button,
        )
        for button in self._buttons:
            button.setEnabled(may_change)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head, foot, row = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line in (head, foot):
            line.setSpacing(SPACE.SMALL)
        head.addWidget(self.choice)
        head.addWidget(self.cadences)
        head.addStretch(1)
        for button in (self.rename_button, self.delete_button, self.new_button):
            head.addWidget(button)
        for button in (self.add_button, self.edit_button, self.remove_button):
            foot.addWidget(button)
        foot.addStretch(1)
        paper = QHBoxLayout()
        paper.setSpacing(SPACE.SMALL)
        paper.addWidget(self.copy_button)
        paper.addWidget(self.printing)
        paper.addStretch(1)
        drawing = QVBoxLayout()
        drawing.setSpacing(SPACE.SMALL)
        drawing.addWidget(self.ring, 1)
        drawing.addLayout(foot)
        drawing.addLayout(paper)
        drawing.addWidget(self._notes)
        row.setSpacing(SPACE.LARGE)
        row.addLayout(drawing, 1)
        row.addWidget(self.links)
        self._known = QWidget()
        column = QVBoxLayout(self._known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.MEDIUM)
        column.addLayout(head)
        column.addLayout(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._known)

    def _connect(self) -> None:
        self.empty.acted.connect(self._on_new_clicked)
        self.choice.chosen.connect(self._on_loop_chosen)
        self.cadences.chosen.connect(self._on_cadence_chosen)
        self.rename_button.clicked.connect(self._on_rename_clicked)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.new_button.clicked.connect(self._on_new_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.ring.edit_wanted.connect(self._on_edit_clicked)
        self.ring.remove_wanted.connect(self._on_remove_clicked)
        self.ring.moved.connect(self._on_moved)
        self.copy_button.clicked.connect(self._on_copy_clicked)

    def refresh(self) -> None:
        """Read the file again; the same loop stays."""
        workspace = self._context.workspace
        found = loops(workspace)
        if not found:
            self.view = None
            self._stack.setCurrentWidget(self.empty)
            return
        wanted = self.view.loop.id if self.view is not None else None
        self.choice.set_options([(each.id or 0, each.name) for each in found], wanted)
        self.view = view = read_loop(workspace, self.choice.value, self._cadence)
        self._stack.setCurrentWidget(self._known)
        self.cadences.offer(view.cadences, view.flow.cadence)
        self.ring.show_flow(view.flow)
        self.links.show_flow(view.flow)
        self._notes.setText(self._said(view))
        may_change = not workspace.read_only
        count = len(view.flow.steps)
        self.add_button.setEnabled(may_change and count < MOST_STEPS)
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(may_change and count > 0)

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        if self.view is None:
            self.empty.take_focus()
        else:
            self.ring.setFocus()

    def show_loop(self, loop_id: int) -> None:
        """Show one loop."""
        self._cadence = None
        self.view = read_loop(self._context.workspace, loop_id)
        self.refresh()
        self.ring.setFocus()

    def _said(self, view: LoopView) -> str:
        """How the ring is used, and what is left out."""
        notes = []
        partial = [each.partial.period for each in view.flow.steps if each.partial is not None]
        if partial:
            notes.append(
                tr("Left out, since it is not complete yet: {period}.", period=max(partial))
            )
        if not self._context.workspace.read_only:
            notes.append(tr("Drag a step to move it, or use Ctrl and an arrow key."))
        return " ".join(notes)

    def _sheet(self) -> LoopSheet:
        shown = self.choice.value
        return loop_sheet(self._context.workspace, shown, self._cadence)

    def _steps(self) -> list[LoopStep]:
        return [each.step for each in self.view.flow.steps] if self.view is not None else []

    def _save(self, steps: Sequence[LoopStep]) -> None:
        if self.view is None:
            return
        try:
            save_loop(self._context.workspace, self.view.loop, steps)
        except Fault as fault:
            self._context.show_fault(fault)
        self.refresh()

    def _on_loop_chosen(self, loop_id: int) -> None:
        self.show_loop(loop_id)

    def _on_cadence_chosen(self, key: str) -> None:
        self._cadence = Cadence(key)
        self.refresh()

    def _on_moved(self, place: int, to: int) -> None:
        steps = self._steps()
        steps.insert(to, steps.pop(place))
        self._save(steps)

    def _on_new_clicked(self) -> None:
        dialog = NewLoopDialog(self, self._context.workspace)
        dialog.loop_made.connect(self._on_loop_made)
        dialog.open()

    def _on_loop_made(self, made: GrowthLoop) -> None:
        self.show_loop(made.id or 0)

    def _on_rename_clicked(self) -> None:
        if self.view is not None:
            dialog = RenameDialog(self, self.view.loop.name)
            dialog.named.connect(self._on_named)
            dialog.open()

    def _on_named(self, name: str) -> None:
        if self.view is None:
            return
        try:
            save_loop(
                self._context.workspace, GrowthLoop(id=self.view.loop.id, name=name), self._steps()
            )
        except Fault as fault:
            self._context.show_fault(fault)
        self.refresh()

    def _on_delete_clicked(self) -> None:
        if self.view is None:
            return
        workspace = self._context.workspace
        delete_loop(workspace, self.view.loop.id or 0)
        self.refresh()
        undo = NoticeAction(tr("Undo"), workspace.undo)
        self._context.notify(tr("The growth loop is deleted. Its KPIs stay."), "info", undo)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setImage(self.ring.picture())
        self._context.notify(tr("The picture is copied; paste it anywhere."), "good")

    def _on_add_clicked(self) -> None:
        self._edit(LoopStep(loop_id=0))

    def _on_edit_clicked(self) -> None:
        steps = self._steps()
        if steps:
            self._edit(steps[self.ring.current])

    def _edit(self, step: LoopStep) -> None:
        dialog = StepDialog(self, self._context.workspace, step)
        dialog.step_chosen.connect(self._on_step_chosen)
        dialog.open()

    def _on_step_chosen(self, step: LoopStep) -> None:
        steps = self._steps()
        at = [place for place, each in enumerate(steps) if each.id == step.id]
        if step.id is None:
            steps.insert(self.ring.current + 1, step)
        elif at:
            steps[at[0]] = step
        self._save(steps)

    def _on_remove_clicked(self) -> None:
        steps = self._steps()
        if steps:
            del steps[self.ring.current]
            self._save(steps)
