"""The content of a KPI's printed card, from the company file."""

from __future__ import annotations

from desktop.core.chart_series import ChartSeries
from desktop.core.kpi import Better, Kpi
from desktop.core.kpi_card import conclusions, kpi_facts
from desktop.core.period import Cadence
from desktop.core.sheet_card import CardSheet
from desktop.core.sheet_chart import LEAST, MOST, newest_part
from desktop.core.staleness import outdated
from desktop.services.charts import kpi_chart
from desktop.services.company import company
from desktop.services.kpi_cards import surroundings
from desktop.services.kpis import kpi
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace

_ENOUGH = 4  # of the newest values, to find a full one among them


def card_sheet(ws: Workspace, kpi_id: int) -> CardSheet:
    """Raises :class:`NotAllowed` when there is no such KPI (any more)."""
    found, today = kpi(ws, kpi_id), ws.today()
    latest = SeriesReader(ws).recent(found, _ENOUGH).latest_full(today)
    silence = None if latest is None else outdated(found, latest.period, today)
    return CardSheet(
        company=company(ws),
        today=today,
        kpi_id=kpi_id,
        name=found.name,
        value=None if latest is None else found.quantity(latest.value),
        period=None if latest is None else latest.period,
        outdated=None if silence is None else silence.message,
        chart=newest_part(_chart(ws, found)),
        sections=kpi_facts(found, surroundings(ws, found)),
        conclusions=conclusions(found),
        lower_is_better=found.better is Better.LOWER,
    )


def _chart(ws: Workspace, found: Kpi) -> ChartSeries:
    """At the KPI's own cadence; days and weeks of more than a page has room for are added up, to
    months at most, while there are enough of those."""
    chart = kpi_chart(ws, found.id or 0)
    for cadence in (Cadence.WEEK, Cadence.MONTH):
        if len(chart.actual) <= MOST or cadence.fineness <= chart.cadence.fineness:
            continue
        coarser = kpi_chart(ws, found.id or 0, cadence=cadence)
        if len(coarser.actual) < LEAST:
            break
        chart = coarser
    return chart
