"""The line above the KPI table: how it is grouped, which group is shown, and what is searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import tr
from desktop.services.kpi_rows import KpiRow
from desktop.ui.kpis.kpi_groups import ALL, GroupBy, arranged, group_options
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, SegmentedControl

_CHOICE = "kpis/group_by"


class KpiFilter(QWidget):
    """``filter_changed`` says that other rows pass; ``grouping_changed`` that the groups are
    others as well."""

    filter_changed = Signal()
    grouping_changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        remembered = preferences.choice(_CHOICE, GroupBy.PHASE)
        self.by = GroupBy(remembered) if remembered in list(GroupBy) else GroupBy.PHASE
        self._group = ALL
        self._groups = SegmentedControl((), name=tr("Show"))
        self._group_by = Choice(
            [
                (GroupBy.PHASE, tr("By phase of the journey")),
                (GroupBy.PERSPECTIVE, tr("By scorecard perspective")),
            ],
            self.by,
        )
        self._group_by.setAccessibleName(tr("Group by"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search KPIs"))
        self.search.setAccessibleName(tr("Search KPIs"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(240)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(SPACE.MEDIUM)
        bar.addWidget(self._group_by)
        bar.addWidget(self._groups)
        bar.addStretch(1)
        bar.addWidget(self.search)
        self._groups.chosen.connect(self._on_group_chosen)
        self._group_by.chosen.connect(self._on_group_by_chosen)
        self.search.textChanged.connect(self.filter_changed)

    def passed(self, rows: Sequence[KpiRow]) -> list[KpiRow]:
        """The rows that pass, in order; offers the groups that ``rows`` have."""
        options = group_options(rows, self.by)
        if self._group not in [key for key, _ in options]:
            self._group = ALL
        self._groups.set_options(options, self._group)
        return arranged(rows, self.by, self._group, self.search.text())

    def clear(self) -> None:
        """Let every KPI pass."""
        self._group = ALL
        self._groups.set_value(ALL)
        self.search.clear()

    def _on_group_by_chosen(self, key: object) -> None:
        self.by = GroupBy(str(key))
        self._preferences.remember_choice(_CHOICE, self.by)
        self._group = ALL
        self.grouping_changed.emit()

    def _on_group_chosen(self, key: str) -> None:
        self._group = key
        self.filter_changed.emit()
