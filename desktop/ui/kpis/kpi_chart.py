"""The chart of the selected KPI, at the cadence chosen for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.chart_series import ChartSeries
from desktop.core.kpi import Kpi
from desktop.core.message import Message
from desktop.core.period import Cadence
from desktop.qtkit.wording import say, tr
from desktop.services.charts import kpi_chart
from desktop.services.kpis import kpis
from desktop.ui.charts.chart_panel import ChartPanel
from desktop.ui.charts.layers import Layer
from desktop.ui.context import AppContext
from desktop.ui.kpis.kpi_facts import facts
from desktop.ui.widgets import quiet_button

_ALL = " ".join(Layer)
_MOST_PERIODS = 130  # to begin with; a KPI with more opens at a coarser cadence


class KpiChart(QWidget):
    """Shows one KPI; ``actions`` stand beside its title, ``views`` at the edge."""

    def __init__(
        self,
        context: AppContext,
        actions: Sequence[QWidget] = (),
        views: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._kpi: Kpi | None = None
        self._outdated: Message | None = None
        self._cadence: Cadence | None = None
        shown = context.preferences.choice("chart layers", _ALL).split()
        self.mark = quiet_button(tr("Mark an event …"), "calendar")
        self.mark.clicked.connect(self._on_mark_clicked)
        self.mark.setEnabled(not context.workspace.read_only)
        self.panel = ChartPanel(
            actions,
            views=views,
            layers=[layer for layer in Layer if layer in shown],
            below=[self.mark],
        )
        self.panel.layers.chosen.connect(self._on_layers_chosen)
        self.panel.cadence_chosen.connect(self._on_cadence_chosen)
        self.panel.picture_copied.connect(self._on_picture_copied)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def show_kpi(self, kpi: Kpi, outdated: Message | None = None) -> None:
        """Read and draw a KPI, and say when it is ``outdated``; the cadence chosen for it stays
        while it is the same one."""
        if self._kpi is None or kpi.id != self._kpi.id or kpi.cadence is not self._kpi.cadence:
            self._cadence = None
        self._kpi, self._outdated = kpi, outdated
        offered = [cadence for cadence in Cadence if cadence.fineness >= kpi.cadence.fineness]
        series = self._series(kpi, offered)
        late = "" if outdated is None else say(outdated)
        self.panel.set_subtitle(
            " ".join(part for part in (facts(kpi, self._names(kpi)), late) if part)
        )
        empty = tr("No values yet. Type them, or import the file that they are in.")
        self.panel.show_series(series, offered, empty=empty)

    def _names(self, kpi: Kpi) -> dict[str, str]:
        """What the KPIs of the formula are called."""
        if not kpi.formula:
            return {}
        return {each.key: each.name for each in kpis(self._context.workspace, archived=True)}

    def _series(self, kpi: Kpi, offered: Sequence[Cadence]) -> ChartSeries:
        """At the cadence chosen, or at the finest that is still easy to read as a whole."""
        return kpi_chart(
            self._context.workspace,
            kpi.id or 0,
            cadence=self._cadence,
            otherwise=offered,
            most=_MOST_PERIODS,
        )

    def _on_mark_clicked(self) -> None:
        if self._kpi is None:
            return
        from desktop.ui.kpis.events_dialog import EventsDialog

        EventsDialog(self, self._context.workspace, self._kpi).open()

    def _on_layers_chosen(self) -> None:
        self._context.preferences.remember_choice("chart layers", " ".join(self.panel.layers.shown))

    def _on_cadence_chosen(self, cadence: Cadence) -> None:
        self._cadence = cadence
        if self._kpi is not None:
            self.show_kpi(self._kpi, self._outdated)

    def _on_picture_copied(self) -> None:
        self._context.notify(tr("The picture is copied; paste it anywhere."), "good")
