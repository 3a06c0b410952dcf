"""What happened to a KPI, as its owner knows it: events are marked and removed here."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.kpi import Kpi
from desktop.core.kpi_event import KpiEvent
from desktop.qtkit.wording import current, say, tr
from desktop.services.kpi_events import delete_kpi_event, kpi_events, save_kpi_event
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, DateField, FormRow, Hairline, Label, icon_button


class EventsDialog(Dialog):
    """Each event is one step that can be undone."""

    def __init__(
        self, parent: QWidget | None, workspace: Workspace, kpi: Kpi, day: date | None = None
    ) -> None:
        super().__init__(
            parent,
            tr("What happened to {kpi}", kpi=kpi.name),
            tr(
                "An event explains what the chart shows: a new shop, a campaign, a price, a "
                "strike. It stands on the chart on its day."
            ),
            confirm=tr("Mark it"),
            cancel=tr("Close"),
        )
        self._workspace = workspace
        self._kpi = kpi
        self.day = DateField(day or workspace.today())
        self.title = QLineEdit()
        self.title.setMaxLength(80)
        self.title.setPlaceholderText(tr("For example: new web shop"))
        self.rebase = QCheckBox(tr("A lasting change: begin new natural limits here"))
        self.fault = Caption()
        self.fault.set_colour(palette().bad)
        self.fault.hide()
        self._known = QVBoxLayout()
        self._known.setSpacing(SPACE.TIGHT)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE.MEDIUM)
        fields.addWidget(FormRow(tr("Day"), self.day), 1)
        fields.addWidget(FormRow(tr("What happened"), self.title), 3)
        self.body.addLayout(fields)
        self.add(self.rebase)
        self.add(self.fault)
        self.body.addLayout(self._known)
        self._list()
        self.title.setFocus()

    def on_confirmed(self) -> None:
        day = self.day.day()
        if day is None:
            self._say(tr("Write the day as year-month-day."))
            return
        event = KpiEvent(
            kpi_id=self._kpi.id or 0,
            day=day,
            title=self.title.text(),
            rebase=self.rebase.isChecked(),
        )
        try:
            save_kpi_event(self._workspace, event)
        except Fault as fault:
            self._say(say(fault.message))
            self.title.setFocus()
            return
        self.title.clear()
        self.rebase.setChecked(False)
        self.fault.hide()
        self._list()

    def _list(self) -> None:
        """The events that there are, the latest first."""
        while (item := self._known.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for event in reversed(kpi_events(self._workspace, self._kpi.id or 0)):
            self._known.addWidget(Hairline())
            self._known.addWidget(_EventRow(self, event))

    def remove(self, event_id: int) -> None:
        """Take an event away."""
        delete_kpi_event(self._workspace, event_id)
        self._list()

    def _say(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()


class _EventRow(QWidget):
    """One event: its day, its words, and whether the limits begin anew."""

    def __init__(self, dialog: EventsDialog, event: KpiEvent) -> None:
        super().__init__()
        self._dialog, self._event = dialog, event
        remove = icon_button("trash-2", tr("Remove “{event}”", event=event.title))
        remove.clicked.connect(self._on_remove_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(Caption(current().day(event.day), wrap=False))
        row.addWidget(Label(event.title, wrap=True), 1)
        if event.rebase:
            row.addWidget(Caption(tr("new limits"), wrap=False))
        row.addWidget(remove)

    def _on_remove_clicked(self) -> None:
        self._dialog.remove(self._event.id or 0)
