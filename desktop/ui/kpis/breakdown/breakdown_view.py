"""What moved the selected KPI: the two periods, a sentence, and the parts as a tree."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.breakdown import Part, shown
from desktop.core.breakdown_words import headline, method, strongest
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.qtkit.wording import current, say, tr
from desktop.services.breakdown import Against, BreakdownView, read_breakdown
from desktop.ui.context import AppContext
from desktop.ui.kpis.breakdown.parts_tree import PartsTree
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Choice, EmptyState, Label, SegmentedControl
from desktop.ui.widgets.cadence_switch import CadenceSwitch

_COARSE = (Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR)


class BreakdownPanel(QWidget):
    """``part_wanted`` carries the id of a part to look at by itself, ``edit_wanted`` asks for the
    editor, where a KPI gets its formula, ``table_shown`` tells whether there is one to copy."""

    part_wanted = Signal(int)
    edit_wanted = Signal()
    table_shown = Signal(bool)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._kpi: Kpi | None = None
        self._cadence: Cadence | None = None
        self._period: Period | None = None
        self.periods: Choice[Period] = Choice()
        self.periods.setAccessibleName(tr("Period"))
        self.against = SegmentedControl(
            [
                (Against.BEFORE, tr("Against the period before")),
                (Against.YEAR, tr("Against a year earlier")),
            ],
            name=tr("Compare"),
        )
        self._cadences = CadenceSwitch()
        self._sentence = Label("", wrap=True)
        self._method = Caption()
        self.tree = PartsTree()
        self._nothing = Label("", soft=True, wrap=True)
        self._empty = EmptyState(
            "table-2",
            tr("No parts yet"),
            tr(
                "Revenue = visits × conversion × order value: break a number down until you see "
                "what moves it. Give the KPI a formula, or place others under it with “Part of”."
            ),
            "" if context.workspace.read_only else tr("Edit KPI"),
        )
        self._lay_out()
        self._cadences.chosen.connect(self._on_cadence_chosen)
        self.periods.chosen.connect(self._on_period_chosen)
        self.against.chosen.connect(self._show)
        self.tree.part_opened.connect(self._on_part_opened)
        self._empty.acted.connect(self.edit_wanted)

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(SPACE.MEDIUM)
        controls.addWidget(self._cadences)
        controls.addWidget(self.periods)
        controls.addWidget(self.against)
        controls.addStretch(1)
        known = QWidget()
        column = QVBoxLayout(known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        column.addLayout(controls)
        column.addWidget(self._sentence)
        column.addWidget(self._nothing)
        column.addWidget(self.tree, 1)
        column.addWidget(self._method)
        self._known = known
        self._views = QStackedLayout(self)
        self._views.addWidget(known)
        self._views.addWidget(self._empty)

    def show_kpi(self, kpi: Kpi) -> None:
        """Read and show; the periods chosen stay while it is the same KPI."""
        if self._kpi is None or self._kpi.id != kpi.id or self._kpi.cadence is not kpi.cadence:
            self._cadence = self._period = None
        self._kpi = kpi
        self._show()

    def copy(self) -> None:
        """Put the table on the clipboard."""
        self.tree.copy()

    def _show(self) -> None:
        if self._kpi is None:
            return
        view = read_breakdown(
            self._context.workspace,
            self._kpi.id or 0,
            cadence=self._cadence,
            period=self._period,
            against=Against(self.against.value),
        )
        self._views.setCurrentWidget(self._known if view.has_parts else self._empty)
        known = view.tree is not None and view.tree.values is not None
        self.table_shown.emit(known)
        if not view.has_parts:
            return
        self._offer(view)
        if view.tree is not None and known:
            self._tell(view, view.tree)
        else:
            self._tell_nothing()

    def _tell(self, view: BreakdownView, tree: Part) -> None:
        if view.earlier is None or view.later is None:
            return
        whole = shown(tree)
        most = strongest(whole)
        first = say(headline(whole, view.earlier, view.later))
        self._sentence.setText(" ".join([first] if most is None else [first, say(most)]))
        self._method.setText(say(method(tree)))
        self.tree.show_parts(whole, view.earlier, view.later)
        for widget in (self._sentence, self.tree, self._method):
            widget.show()
        self._nothing.hide()

    def _tell_nothing(self) -> None:
        words = {
            Against.BEFORE: tr("There are no two full periods after each other to compare yet."),
            Against.YEAR: tr("There is no full period with the same one a year earlier yet."),
        }[Against(self.against.value)]
        self._nothing.setText(words)
        for widget in (self._sentence, self.tree, self._method):
            widget.hide()
        self._nothing.show()

    def _offer(self, view: BreakdownView) -> None:
        """The periods and cadences that can be chosen."""
        self.periods.setVisible(bool(view.periods))
        options = [(period, current().period(period)) for period in view.periods]
        self.periods.set_options(options, view.later)
        cadences = tuple(each for each in _COARSE if each.fineness >= view.kpi.cadence.fineness)
        self._cadences.offer(cadences, view.cadence)

    def _on_cadence_chosen(self, key: str) -> None:
        self._cadence, self._period = Cadence(key), None
        self._show()

    def _on_period_chosen(self, period: Period) -> None:
        self._period = period
        self._show()

    def _on_part_opened(self, kpi_id: int) -> None:
        if self._kpi is not None and kpi_id != self._kpi.id:
            self.part_wanted.emit(kpi_id)
