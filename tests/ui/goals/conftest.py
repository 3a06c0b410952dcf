"""The Goals page over a company with two KPIs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.core.kpi import AddUp, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.goals.page import GoalsPage


@pytest.fixture
def orders(workspace: Workspace) -> Kpi:
    """Orders, summed, 300 in September 2026."""
    kpi = save_kpi(workspace, Kpi(name="Orders", unit=Unit(UnitKind.OWN, "orders")))
    save_values(
        workspace,
        kpi.id or 0,
        {Period(Cadence.MONTH, date(2026, 9, 1)): 300.0},
    )
    return kpi


@pytest.fixture
def rating(workspace: Workspace) -> Kpi:
    """A percentage that is not summed, 80 % in September 2026."""
    unit = Unit(UnitKind.PERCENT)
    kpi = save_kpi(workspace, Kpi(name="Rating", unit=unit, decimals=1, add_up=AddUp.MEAN))
    save_values(workspace, kpi.id or 0, {Period(Cadence.MONTH, date(2026, 9, 1)): 0.8})
    return kpi


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> Iterator[GoalsPage]:
    made = GoalsPage(context)
    qtbot.addWidget(made)
    made.resize(1056, 760)
    with qtbot.waitActive(made):  # shortcuts need it
        made.show()
        made.activateWindow()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
