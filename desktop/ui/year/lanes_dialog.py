"""The lanes of the annual wheel: their names, their order, own ones, and those to be removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.wheel import Lane, lane_names
from desktop.qtkit.wording import current, ntr, say, tr
from desktop.services.wheel import (
    MOST_LANES,
    add_lane,
    delete_lane,
    events_in,
    lanes,
    move_lane,
    rename_lane,
)
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.dialogs import Dialog
from desktop.ui.dialogs.question import confirm
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, FormRow, icon_button, secondary_button


class LanesDialog(Dialog):
    """Each change is made at once, and is a step that can be undone."""

    def __init__(self, parent: QWidget | None, context: AppContext) -> None:
        super().__init__(
            parent,
            tr("Lanes of the wheel"),
            tr("From the edge of the wheel inwards. Each lane has its events on a ring."),
            width=560,
        )
        self.cancel_button.setText(tr("Done"))
        self._context = context
        self._doomed: Lane | None = None
        self.rows: list[LaneRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE.SMALL)
        self.body.addLayout(self._column)
        self.name = QLineEdit()
        self._name_row = FormRow(tr("A lane of your own"), self.name)
        self.add_button = secondary_button(tr("Add lane"), "plus")
        self.add_button.clicked.connect(self._on_add_clicked)
        self.name.returnPressed.connect(self._on_add_clicked)
        self.add(self._name_row)
        self.add(self.add_button)
        self.fault = Caption("")
        self.fault.set_colour(palette().bad)
        self.add(self.fault)
        self._fill()

    def _fill(self, focus: int | None = None) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        known = lanes(self._context.workspace)
        self.rows = [LaneRow(self, each, n, len(known)) for n, each in enumerate(known)]
        for row in self.rows:
            self._column.addWidget(row)
            if row.lane.id == focus:
                row.name.setFocus()
        full = len(known) >= MOST_LANES
        self._name_row.setEnabled(not full)
        self.add_button.setEnabled(not full)
        self._name_row.set_hint(
            ntr("The wheel has {n} lane at most.", "The wheel has {n} lanes at most.", MOST_LANES)
            if full
            else ""
        )

    def rename(self, lane: Lane, name: str) -> Lane:
        """The lane as it is called now; what keeps a name from being taken is said."""
        self.fault.setText("")
        try:
            lane = rename_lane(self._context.workspace, lane.id or 0, name)
        except Fault as fault:
            self.fault.setText(say(fault.message))
        return lane

    def move_to(self, lane: Lane, place: int) -> None:
        """Put a lane at another place."""
        self._do(lambda: move_lane(self._context.workspace, lane.id or 0, place))
        self._fill(lane.id)

    def remove(self, lane: Lane) -> None:
        """Remove a lane; when it has events only after asking."""
        inside = len(events_in(self._context.workspace, lane.id or 0))
        self._doomed = lane
        if not inside:
            self._on_removal_confirmed()
            return
        confirm(
            self,
            tr("Remove the lane “{name}”?", name=current().value(lane.title)),
            ntr(
                "Its {n} event goes with it, in all years. You can undo this.",
                "Its {n} events go with it, in all years. You can undo this.",
                inside,
            ),
            tr("Remove lane and events"),
            self._on_removal_confirmed,
        )

    def _do(self, action: Callable[[], object]) -> None:
        try:
            action()
        except Fault as fault:
            self._context.show_fault(fault)

    def _on_removal_confirmed(self) -> None:
        lane, workspace = self._doomed, self._context.workspace
        if lane is None:
            return
        try:
            delete_lane(workspace, lane.id or 0, with_events=True)
        except Fault as fault:
            self._context.show_fault(fault)
        else:
            undo = NoticeAction(tr("Undo"), workspace.undo)
            self._context.notify(tr("The lane is removed."), "info", undo)
        self._fill()

    def _on_add_clicked(self) -> None:
        try:
            made = add_lane(self._context.workspace, self.name.text())
        except Fault as fault:
            self._name_row.set_error(say(fault.message))
            return
        self.name.clear()
        self._name_row.set_error("")
        self._fill(made.id)


class LaneRow(QWidget):
    """One lane: its name, and what can be done with it."""

    def __init__(self, dialog: LanesDialog, lane: Lane, place: int, count: int) -> None:
        super().__init__()
        self.lane, self._dialog, self._place = lane, dialog, place
        title = current().value(lane.title)
        self.name = QLineEdit(title)
        self.name.setAccessibleName(tr("Name of the lane {name}", name=title))
        self.name.editingFinished.connect(self._on_named)
        self.up_button = icon_button("arrow-up", tr("Move {name} outwards", name=title))
        self.down_button = icon_button("arrow-down", tr("Move {name} inwards", name=title))
        self.remove_button = icon_button("trash-2", tr("Remove {name}", name=title))
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(place < count - 1)
        self.remove_button.setEnabled(count > 1)
        self.up_button.clicked.connect(self._on_up_clicked)
        self.down_button.clicked.connect(self._on_down_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.TIGHT)
        row.addWidget(self.name, 1)
        for button in (self.up_button, self.down_button, self.remove_button):
            row.addWidget(button)

    def _on_named(self) -> None:
        text = self.name.text().strip()
        if text == current().value(self.lane.title):
            return
        own = self.lane.kind is not None and text == say(lane_names()[self.lane.kind])
        self.lane = self._dialog.rename(self.lane, "" if own else text)
        self.name.setText(current().value(self.lane.title))

    def _on_up_clicked(self) -> None:
        self._dialog.move_to(self.lane, self._place - 1)

    def _on_down_clicked(self) -> None:
        self._dialog.move_to(self.lane, self._place + 1)

    def _on_remove_clicked(self) -> None:
        self._dialog.remove(self.lane)
