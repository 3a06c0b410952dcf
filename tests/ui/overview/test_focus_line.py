"""The overview tells what matters most now, in one quiet line and only when it is chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus, Stage
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.focus import save_focus
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.ui.context import AppContext
from desktop.ui.overview.focus_line import focus_line
from desktop.ui.overview.page import OverviewPage


def texts(page: OverviewPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_it_stands_under_the_title_once_the_page_is_up(qtbot: QtBot, context: AppContext) -> None:
    assert focus_line(context) == ""
    kpi = save_kpi(context.workspace, Kpi(name="Orders"))
    focus = Focus(kpi_id=kpi.id or 0, stage=Stage.REVENUE, since=date(2026, 10, 1))
    save_focus(context.workspace, focus)
    assert focus_line(context) == "· What matters most now: Orders"
    september = Period(Cadence.MONTH, date(2026, 9, 1))
    save_values(context.workspace, kpi.id or 0, {september: 49.0})
    assert focus_line(context).endswith("Orders, 49 (September 2026)")
    save_focus(
        context.workspace,
        Focus(kpi_id=kpi.id or 0, stage=Stage.REVENUE, line=60.0, since=date(2026, 10, 2)),
    )
    page = OverviewPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    assert "What matters most now" not in texts(page)
    page.show()
    wanted = "· What matters most now: Orders, 49 (September 2026), with the line at 60"
    qtbot.waitUntil(lambda: wanted in texts(page))
