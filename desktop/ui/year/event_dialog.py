"""The dialog of an event on the annual wheel."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.core.faults import Fault
from desktop.core.wheel import EventKind, WheelEvent, event_names
from desktop.core.wheel_days import Occurrence, moved
from desktop.qtkit.wording import current, say, tr
from desktop.services.company import people
from desktop.services.wheel import lanes, save_event
from desktop.services.workspace import Workspace
from desktop.ui.dialogs import Dialog
from desktop.ui.widgets import Choice, DateField, FormRow, danger_button
from desktop.ui.year.words import weeks


class EventDialog(Dialog):
    """A new event (one without an id), or an occurrence of one that is there.  ``saved`` carries
    the event, ``delete_wanted`` the occurrence."""

    saved = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget | None, workspace: Workspace, shown: Occurrence) -> None:
        new = shown.event.id is None
        super().__init__(
            parent,
            tr("New event") if new else tr("Event"),
            confirm=tr("Add to the wheel") if new else tr("Save"),
            width=560,
        )
        self._ws, self._shown = workspace, shown
        event = shown.event
        self.title = QLineEdit(event.title)
        self._title_row = FormRow(tr("What takes place"), self.title)
        titles = [(each.id or 0, current().value(each.title)) for each in lanes(workspace)]
        self.lane: Choice[int] = Choice(titles, event.lane_id)
        kinds = [(kind, say(name)) for kind, name in event_names().items()]
        self.kind: Choice[EventKind] = Choice(kinds, event.kind)
        self.start, self.end = DateField(shown.start), DateField(shown.end)
        self._start_row = FormRow(tr("First day"), self.start)
        self._end_row = FormRow(tr("Last day"), self.end)
        self.yearly = QCheckBox(tr("Every year on the same days"))
        self.yearly.setChecked(event.yearly)
        everyone = [(person.id, person.name) for person in people(workspace)]
        options: list[tuple[int | None, str]] = [(None, tr("Nobody yet")), *everyone]
        self.owner: Choice[int | None] = Choice(options, event.owner_id)
        self.note = QLineEdit(event.note)
        self.add(self._title_row)
        self.add_beside(FormRow(tr("Lane"), self.lane), FormRow(tr("Kind"), self.kind))
        self.add_beside(self._start_row, self._end_row)
        self.add(self.yearly)
        self.add_beside(FormRow(tr("Owner"), self.owner), FormRow(tr("Note"), self.note))
        if not new:
            self.delete_button = danger_button(tr("Delete"), "trash-2")
            self.delete_button.clicked.connect(self._on_delete_clicked)
            self.foot.insertWidget(0, self.delete_button)
        self.start.day_changed.connect(self._on_day_changed)
        self.end.day_changed.connect(self._on_day_changed)
        self.yearly.toggled.connect(self._on_yearly_toggled)
        self._say_weeks()
        self.title.setFocus()

    def on_confirmed(self) -> None:
        start, end = self.start.day(), self.end.day()
        if start is None or end is None:
            row = self._start_row if start is None else self._end_row
            row.set_error(
                tr(
                    "This is not a date. Write it like {example}.",
                    example=self.start.placeholderText(),
                )
            )
            return
        try:
            saved = save_event(self._ws, self._event(replace(self._shown, start=start, end=end)))
        except Fault as fault:
            row = self._end_row if self.title.text().strip() else self._title_row
            row.set_error(say(fault.message))
            return
        self.accept()
        self.saved.emit(saved)

    def _event(self, wanted: Occurrence) -> WheelEvent:
        """The event with what the fields say; one that stays yearly keeps its first year."""
        old = self._shown.event
        yearly = self.yearly.isChecked()
        dated = replace(old, start=wanted.start, end=wanted.end)
        if old.yearly and yearly:
            dated = moved(self._shown, wanted.start, wanted.end)
        return replace(
            dated,
            title=self.title.text(),
            lane_id=self.lane.value,
            kind=self.kind.value,
            yearly=yearly,
            owner_id=self.owner.value,
            note=self.note.text(),
        )

    def _say_weeks(self) -> None:
        start, end = self.start.day(), self.end.day()
        self._start_row.set_hint("" if start is None else weeks(start, start))
        self._end_row.set_hint("" if end is None else weeks(end, end))

    def _on_day_changed(self, _: object) -> None:
        start, end = self.start.day(), self.end.day()
        if start is not None and (end is None or end < start) and self.sender() is self.start:
            self.end.set_day(start + (self._shown.end - self._shown.start))
        self._say_weeks()

    def _on_yearly_toggled(self, _: bool) -> None:
        start = self.start.day()
        leap = start is not None and (start.month, start.day) == (2, 29)
        if leap and self.yearly.isChecked():
            self._start_row.set_hint(tr("In years without 29 February: the 28th."))
        else:
            self._say_weeks()

    def _on_delete_clicked(self) -> None:
        self.reject()
        self.delete_wanted.emit(self._shown)
