"""A company with a handful of KPIs, as the page meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.company import Person
from desktop.core.kpi import AddUp, Kpi, Perspective, Phase
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.services.company import save_person
from desktop.services.kpis import kpis, save_kpi
from desktop.services.measurements import save_values, series
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.kpis.page import KpisPage

KRONOR = Unit(UnitKind.CURRENCY, "SEK")
PERCENT = Unit(UnitKind.PERCENT)


def month(year: int, number: int) -> Period:
    return Period(Cadence.MONTH, date(year, number, 1))


def press(widget: QWidget, text: str, qtbot: QtBot) -> None:
    """Click the button with this text."""
    button = next(
        b for b in widget.findChildren(QPushButton) if b.text().strip() == text and b.isVisible()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words(widget: QWidget) -> str:
    """What can be read in the widget."""
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@dataclass(frozen=True)
class Bakery:
    """The KPIs of the company by their keys; today is 5 October 2026."""

    workspace: Workspace

    def id(self, key: str) -> int:
        return next(kpi.id or 0 for kpi in kpis(self.workspace) if kpi.key == key)

    def value(self, key: str, period: Period) -> float | None:
        found = series(self.workspace, self.id(key)).at(period.cadence)
        return next((each.value for each in found if each.period == period), None)


@pytest.fixture
def bakery(workspace: Workspace) -> Bakery:
    owner = save_person(workspace, Person(name="Eva Holm"))
    sales = save_kpi(
        workspace,
        Kpi(
            key="sales",
            name="Sales",
            definition="Invoiced, without VAT",
            unit=KRONOR,
            owner_id=owner.id,
            source="Fortnox",
            phase=Phase.CONVERSION,
            perspective=Perspective.FINANCIAL,
        ),
    )
    visits = save_kpi(
        workspace, Kpi(key="visits", name="Visits", phase=Phase.AWARENESS, leading=True)
    )
    orders = save_kpi(workspace, Kpi(key="orders", name="Orders", phase=Phase.CONVERSION))
    save_kpi(
        workspace,
        Kpi(
            key="conversion",
            name="Conversion",
            unit=PERCENT,
            decimals=1,
            formula="orders / visits",
            phase=Phase.CONVERSION,
            leading=True,
        ),
    )
    save_kpi(
        workspace,
        Kpi(key="returns", name="Returns", unit=PERCENT, decimals=1, add_up=AddUp.MEAN),
    )
    save_kpi(workspace, Kpi(key="steps", name="Steps", cadence=Cadence.DAY))
    for kpi, factor in ((sales, 10_000.0), (visits, 500.0), (orders, 20.0)):
        months = [month(2025, 9).shift(n) for n in range(13)]
        save_values(
            workspace, kpi.id or 0, {each: factor * (1 + n) for n, each in enumerate(months)}
        )
    return Bakery(workspace)


@pytest.fixture
def page(bakery: Bakery, context: AppContext, qtbot: QtBot) -> Iterator[KpisPage]:
    """The page in a window of the usual size; it reads the file again as the window has it do."""
    page = KpisPage(context)
    qtbot.addWidget(page)
    page.resize(1064, 720)
    page.show()
    unsubscribe = bakery.workspace.subscribe(lambda _: page.refresh())
    yield page
    unsubscribe()
