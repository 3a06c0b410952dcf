"""Linking two KPIs: which leads which, how long before, and what the history says at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.faults import Fault
from desktop.core.kpi import Kpi
from desktop.core.lead_lag import Sure
from desktop.core.link_words import better_words, history_words
from desktop.qtkit.wording import say, tr
from desktop.services.kpis import kpis
from desktop.services.links import add_link, try_link
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.kpis.links.lag_choice import LagChoice
from desktop.ui.kpis.links.link_picture import LinkPicture
from desktop.ui.theme import palette
from desktop.ui.widgets import Caption, Choice, FormRow, Label, SegmentedControl, quiet_button

LED, LEADS = "led", "leads"


class LinkDialog(Dialog):
    """``linked`` is sent once the link is saved, which is one step that can be undone."""

    linked = Signal()

    def __init__(self, parent: QWidget | None, workspace: Workspace, kpi: Kpi) -> None:
        super().__init__(
            parent,
            tr("Link {kpi}", kpi=kpi.name),
            tr(
                "A leading KPI moves first, and a lagging one follows. Say what you believe; the "
                "history tests it, and a signal in the leading one then warns the goal."
            ),
            confirm=tr("Link them"),
            width=620,
        )
        self._workspace, self._kpi = workspace, kpi
        others = [each for each in kpis(workspace) if each.id != kpi.id]
        others.sort(key=lambda each: each.leading is kpi.leading)  # the other kind first
        self._others = {each.id: each for each in others}
        self.way = SegmentedControl(
            [
                (LED, tr("What leads {kpi}", kpi=kpi.name)),
                (LEADS, tr("What {kpi} leads", kpi=kpi.name)),
            ],
            LEADS if kpi.leading else LED,
            name=tr("Direction"),
        )
        self.other: Choice[int | None] = Choice([(each.id, each.name) for each in others])
        self.lag = LagChoice()
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("For example: who reads today buys next month"))
        self._said = Label("", wrap=True)
        self._better = Caption()
        self.use_button = quiet_button(tr("Use the lag that the history shows"))
        self._picture = LinkPicture()
        self._fault = Caption()
        self._fault.set_colour(palette().bad)
        self._fault.hide()
        self.add(self.way)
        self.add_beside(FormRow(tr("KPI"), self.other), FormRow(tr("Expected lag"), self.lag))
        self.add(FormRow(tr("Why do we believe it?"), self.note))
        for widget in (self._said, self._better):
            self.add(widget)
        for left in (self.use_button, self._picture):
            self.body.addWidget(left, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._fault)
        self.way.chosen.connect(self._on_changed)
        self.other.chosen.connect(self._on_other_chosen)
        self.lag.chosen.connect(self._on_changed)
        self.use_button.clicked.connect(self._on_use_clicked)
        self._best = 0
        self._room = QTimer(self)  # once what is said is laid out
        self._room.setSingleShot(True)
        self._room.setInterval(0)
        self._room.timeout.connect(self._make_room)
        self._on_other_chosen()
        self.other.setFocus()

    @property
    def _ends(self) -> tuple[Kpi, Kpi]:
        """The leading and the lagging one."""
        other = self._others[self.other.value]
        return (self._kpi, other) if self.way.value == LEADS else (other, self._kpi)

    def on_confirmed(self) -> None:
        leading, lagging = self._ends
        try:
            add_link(
                self._workspace,
                leading.id or 0,
                lagging.id or 0,
                self.lag.value or 0,
                self.note.text(),
            )
        except Fault as fault:
            self._fault.setText(say(fault.message))
            self._fault.show()
            return
        self.linked.emit()
        self.accept()

    def _on_other_chosen(self, _: object = None) -> None:
        """Another KPI, perhaps of another cadence: the lag begins at one period."""
        leading, lagging = self._ends
        cadence = max(leading.cadence, lagging.cadence, key=lambda each: each.fineness)
        self.lag.offer(cadence, 1)
        self._on_changed()

    def _on_use_clicked(self) -> None:
        self.lag.set_value(self._best)
        self.lag.setFocus()
        self._on_changed()

    def _on_changed(self, _: object = None) -> None:
        leading, lagging = self._ends
        lag = self.lag.value or 0
        history = try_link(self._workspace, leading.id or 0, lagging.id or 0, lag)
        test = history.test
        self._said.setText(say(history_words(leading, lagging, test, history.cadence)))
        better = test.better_lag
        self._best = lag if better is None else better.lag
        self._better.setText("" if better is None else say(better_words(better, history.cadence)))
        for widget in (self._better, self.use_button):
            widget.setVisible(better is not None)
        self._picture.show_history(leading, lagging, history, lag)
        self._picture.setVisible(test.sure not in (Sure.TOO_LITTLE, Sure.FLAT))
        self._fault.hide()
        self._room.start()

    def _make_room(self) -> None:
        """The sentences have grown, or the picture has come."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
