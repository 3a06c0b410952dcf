"""The report of a week, month, quarter or fiscal year: read, copied for a mail, printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from desktop.core.names import name
from desktop.core.period import Cadence, Period
from desktop.core.report import Report
from desktop.core.report_words import report_text
from desktop.qtkit.wording import current, say, tr
from desktop.services.report import CADENCES, report, usual_period
from desktop.ui.context import AppContext
from desktop.ui.follow_up.report.report_body import ReportBody
from desktop.ui.follow_up.view import View
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Label, SegmentedControl, icon_button, secondary_button

_CHOICE = "follow_up/report"


class ReportView(View):
    """The length of the period is remembered; it begins with the one that closed last."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        known = {each.value for each in CADENCES}
        chosen = context.preferences.choice(_CHOICE, Cadence.MONTH.value)
        cadence = Cadence(chosen if chosen in known else Cadence.MONTH.value)
        self.period = usual_period(context.workspace, cadence)
        self.cadences = SegmentedControl(
            [(each.value, say(name(each))) for each in CADENCES],
            cadence.value,
            name=tr("Length of the period"),
        )
        self.cadences.chosen.connect(self._on_cadence_chosen)
        self._title = Label("", Text.TITLE, strong=True)
        self._earlier = icon_button("chevron-left", tr("The period before"))
        self._earlier.clicked.connect(self._on_earlier_clicked)
        self._later = icon_button("chevron-right", tr("The period after"))
        self._later.clicked.connect(self._on_later_clicked)
        self.copy_button = secondary_button(tr("Copy as text"), "copy")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self._scroller = QScrollArea()
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setWidgetResizable(True)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setAccessibleName(tr("Report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addLayout(self._head())
        layout.addWidget(self._scroller, 1)

    def refresh(self) -> None:
        told = self.report
        self._title.setText(current().period(self.period))
        later = self.period.shift(1)
        self._later.setEnabled(later.start <= self.context.workspace.today())
        at = self._scroller.verticalScrollBar().value()
        self._scroller.setWidget(ReportBody(told))
        self._scroller.verticalScrollBar().setValue(at)

    def take_focus(self) -> None:
        self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def report(self) -> Report:
        """As the file has it now."""
        return report(self.context.workspace, self.period)

    def show_period(self, period: Period) -> None:
        """Show another one."""
        self.period = period
        self._scroller.verticalScrollBar().setValue(0)
        self.refresh()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.SMALL)
        row.addWidget(self.cadences)
        row.addSpacing(SPACE.SMALL)
        row.addWidget(self._earlier)
        row.addWidget(self._title)
        row.addWidget(self._later)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(PrintButtons(self.context, self._sheet, tr("Print the report")))
        return row

    def _sheet(self) -> Report:
        return self.report

    def _on_cadence_chosen(self, key: str) -> None:
        self.context.preferences.remember_choice(_CHOICE, key)
        self.show_period(usual_period(self.context.workspace, Cadence(key)))

    def _on_earlier_clicked(self) -> None:
        self.show_period(self.period.shift(-1))

    def _on_later_clicked(self) -> None:
        self.show_period(self.period.shift(1))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(report_text(self.report, current()))
        self.context.notify(tr("The report is copied as text."), "good")
