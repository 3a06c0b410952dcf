"""The line above the wheel: which year, which view, and whose season."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.kpi import Kpi
from desktop.core.period import Period
from desktop.qtkit.wording import current, tr
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Choice, Label, SegmentedControl, icon_button, quiet_button

WHEEL, LIST = "wheel", "list"
NO_SEASON = 0  # no KPI has this id
_FIRST, _LAST = 1900, 9990  # years


class YearHead(QWidget):
    """``stepped`` carries -1 or 1, ``view_chosen`` a view, ``season_chosen`` the id of a KPI."""

    stepped = Signal(int)
    now_wanted = Signal()
    view_chosen = Signal(str)
    season_chosen = Signal(object)

    def __init__(self, view: str) -> None:
        super().__init__()
        self.earlier_button = icon_button("chevron-left", tr("The year before"))
        self.later_button = icon_button("chevron-right", tr("The year after"))
        self.year = Label("", Text.TITLE, strong=True)
        self.now_button = quiet_button(tr("This year"))
        self.view = SegmentedControl(
            [(WHEEL, tr("Wheel")), (LIST, tr("List"))], view, name=tr("View of the year")
        )
        self.season: Choice[int] = Choice()
        self.season.setAccessibleName(tr("Season of a KPI"))
        self.season.setMaximumWidth(260)
        self.earlier_button.clicked.connect(self._on_earlier_clicked)
        self.later_button.clicked.connect(self._on_later_clicked)
        self.now_button.clicked.connect(self.now_wanted)
        self.view.chosen.connect(self.view_chosen)
        self.season.chosen.connect(self.season_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.SMALL)
        for widget in (self.earlier_button, self.year, self.later_button, self.now_button):
            row.addWidget(widget)
        row.addSpacing(SPACE.MEDIUM)
        row.addWidget(self.view)
        row.addStretch(1)
        self._season_label = Label(tr("Season"), soft=True)
        row.addWidget(self._season_label)
        row.addWidget(self.season)

    def show_year(self, year: Period, kpis: Sequence[Kpi], kpi_id: int, *, is_now: bool) -> None:
        """Which year it is, and which KPIs could lay their season around it."""
        self.year.setText(current().period(year))
        self.earlier_button.setEnabled(year.start.year > _FIRST)
        self.later_button.setEnabled(year.start.year < _LAST)
        self.now_button.setVisible(not is_now)
        options = [(each.id or 0, each.name) for each in kpis]
        self.season.set_options([(NO_SEASON, tr("None")), *options], kpi_id)
        seasonal = bool(kpis) and self.view.value == WHEEL
        self.season.setVisible(seasonal)
        self._season_label.setVisible(seasonal)

    def _on_earlier_clicked(self) -> None:
        self.stepped.emit(-1)

    def _on_later_clicked(self) -> None:
        self.stepped.emit(1)
