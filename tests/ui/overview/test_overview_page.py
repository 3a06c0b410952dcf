"""What the overview says, and where it leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.company import Person
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.services.company import save_person
from desktop.services.goals import save_goal, save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace
from desktop.ui.context import GUIDED, NEW, AppContext
from desktop.ui.overview.goal_card import GoalCard
from desktop.ui.overview.need_list import NeedList, NeedRow
from desktop.ui.overview.page import OverviewPage
from desktop.ui.overview.results_table import ResultsTable
from desktop.ui.widgets import EmptyState, Sparkline, StatusMark
from tests.ui.conftest import Said

LEFT = Qt.MouseButton.LeftButton
ORDERS = Kpi(name="Orders", unit=Unit(UnitKind.OWN, "orders"))


def page_of(qtbot: QtBot, context: AppContext) -> OverviewPage:
    page = OverviewPage(context)
    qtbot.addWidget(page)
    page.resize(1056, 760)
    page.show()
    return page


def words(widget: QWidget) -> list[str]:
    """Every text in the widget, with plain spaces."""
    labels = widget.findChildren(QLabel)
    return [label.text().replace("\N{NO-BREAK SPACE}", " ") for label in labels if label.text()]


def press(qtbot: QtBot, widget: QWidget, text: str) -> None:
    button = next(b for b in widget.findChildren(QPushButton) if b.text().strip() == text)
    qtbot.mouseClick(button, LEFT)


def measured(workspace: Workspace, kpi: Kpi, values: list[float], last: int = 9) -> int:
    """Save the KPI with a value a month up to the month ``last`` of 2026; its id."""
    saved = save_kpi(workspace, kpi)
    newest = Period(Cadence.MONTH, date(2026, last, 1))
    months = [newest.shift(n - len(values) + 1) for n in range(len(values))]
    save_values(workspace, saved.id or 0, dict(zip(months, values, strict=True)))
    return saved.id or 0


def aim(workspace: Workspace, statement: str, *results: KeyResult, **more: object) -> int:
    facts = {"start": date(2026, 1, 1), "deadline": date(2026, 12, 31)} | more
    return save_goal_whole(workspace, Goal(statement=statement, **facts), results, [], {}).id or 0


class TestEmpty:
    def test_nothing_at_all(self, qtbot: QtBot, context: AppContext, said: Said) -> None:
        page = page_of(qtbot, context)
        empty = page.findChild(EmptyState)
        assert empty is not None
        press(qtbot, empty, "Write it with the guide")
        press(qtbot, empty, "Open the editor")
        press(qtbot, page, "Import a file")
        assert said.places == [("goals", GUIDED), ("goals", NEW), ("imports", None)]

    def test_numbers_without_a_goal(
        self, qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
    ) -> None:
        save_kpi(workspace, ORDERS)
        page = page_of(qtbot, context)
        assert "Numbers are in; now a goal" in words(page)
        press(qtbot, page, "Write it with the guide")
        assert said.places == [("goals", GUIDED)]

    def test_a_file_that_is_only_read_offers_nothing_to_write(
        self, qtbot: QtBot, context: AppContext, workspace: Workspace
    ) -> None:
        workspace.close()
        with Workspace.open(workspace.path, read_only=True) as reader:
            page = page_of(qtbot, replace(context, workspace=reader))
            empty = page.findChild(EmptyState)
            assert empty is not None
            assert not empty.findChildren(QPushButton)

    def test_goals_that_are_not_active(
        self, qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
    ) -> None:
        draft = Goal(statement="Later", start=date(2026, 1, 1), state=GoalState.DRAFT)
        save_goal(workspace, draft)
        page = page_of(qtbot, context)
        assert "No active goals" in words(page)
        press(qtbot, page, "Open goals")
        assert said.places == [("goals", None)]


def test_a_goal_with_its_figures(
    qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
) -> None:
    owner = save_person(workspace, Person(name="Eva Holm"))
    other = save_person(workspace, Person(name="Sales"))
    orders = measured(workspace, ORDERS, [300.0] * 9)
    goal_id = aim(
        workspace,
        "More orders",
        KeyResult(goal_id=0, kpi_id=orders, target=3600.0, comparison=Comparison.TOTAL,
                  owner_id=other.id),
        owner_id=owner.id,
    )  # fmt: skip
    page = page_of(qtbot, context)
    card = page.findChild(GoalCard)
    assert card is not None
    shown = words(card)
    # 2 700 of 3 600; 273 of the 365 days are 2 692.6.
    for text in (
        "More orders",
        "2,700 orders against 2,693 planned by 30 September 2026; 300 a month reaches the target.",
        "Eva Holm, until 31 December 2026",
        "75%",
        "of the way, 75% planned",
        "as of 30 September 2026",
        "Orders",
        "total by 30 September 2026 · Sales",
        "2,700 orders",
        "2,693 orders",
        "3,600 orders",
    ):
        assert text in shown, text
    assert [mark.status.value for mark in card.findChildren(StatusMark)] == ["on track"] * 2
    assert len(card.findChildren(Sparkline)) == 1
    assert "Nothing. Every goal has fresh numbers and is on its way." in words(page)
    press(qtbot, card, "Open goal")
    press(qtbot, card, "Goal sheet")
    press(qtbot, page, "Import a file")
    assert said.places == [("goals", goal_id), ("sheets", goal_id), ("imports", None)]
    assert "Bageriet i Lund, data as of 30 September 2026" in words(page)


@pytest.mark.parametrize(
    ("low", "high", "target"),
    [(40.0, 60.0, "40 to 60"), (40.0, None, "at least 40"), (None, 60.0, "at most 60")],
)
def test_bands_levels_and_things_to_be_done(
    qtbot: QtBot,
    context: AppContext,
    workspace: Workspace,
    low: float | None,
    high: float | None,
    target: str,
) -> None:
    band = Kpi(name="Stock", better=Better.BAND, band_low=low, band_high=high)
    stock = measured(workspace, band, [50.0, 55.0])
    rating = save_kpi(workspace, Kpi(name="Rating"))
    aim(
        workspace,
        "In order",
        KeyResult(goal_id=0, kpi_id=stock),
        KeyResult(goal_id=0, kpi_id=rating.id, target=9.0),
        KeyResult(goal_id=0, title="Shelves up"),
        KeyResult(goal_id=0, title="Labels printed", done_on=date(2026, 5, 1)),
        deadline=None,
    )
    page = page_of(qtbot, context)
    table = page.findChild(ResultsTable)
    assert table is not None
    shown = words(table)
    for text in ("55", target, "September 2026", "No values yet", "9", "Not done", "Done"):
        assert text in shown, text
    assert "No owner yet, until it is reached" in words(page)


def test_what_needs_attention_comes_first_with_its_action(
    qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
) -> None:
    orders = measured(workspace, ORDERS, [100.0] * 9)
    old = measured(workspace, Kpi(name="Readers"), [100.0] * 3, last=4)
    failing = aim(
        workspace,
        "More orders",
        KeyResult(goal_id=0, kpi_id=orders, target=3600.0, comparison=Comparison.TOTAL),
    )
    aim(workspace, "More readers", KeyResult(goal_id=0, kpi_id=old, baseline=90.0, target=200.0))
    page = page_of(qtbot, context)
    rows = page.findChildren(NeedRow)
    texts = [" ".join(words(row)) for row in rows]
    assert texts[0].startswith("“More orders”: 900 orders against 2,693 planned")
    assert texts[1] == "Readers: The newest value is from April 2026, 5 months old."
    press(qtbot, rows[0], "Check in")
    press(qtbot, rows[1], "Type values")
    assert said.places == [("follow_up/check_ins", failing), ("kpis", old)]


def test_many_needs_are_all_in_this_week(
    qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
) -> None:
    for number in range(7):
        aim(workspace, f"Goal {number}")
    page = page_of(qtbot, context)
    needs = page.findChild(NeedList)
    assert needs is not None
    assert len(needs.findChildren(NeedRow)) == 4
    more = next(
        button for button in needs.findChildren(QPushButton) if "in This week" in button.text()
    )
    qtbot.mouseClick(more, LEFT)
    assert said.places == [("follow_up/week", None)]


def test_needs_are_seen_to_from_the_keyboard(
    qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
) -> None:
    first, second = (aim(workspace, name) for name in ("One", "Two"))
    page = page_of(qtbot, context)
    qtbot.waitUntil(lambda: bool(page.findChild(NeedList).rows))
    rows = [row for row in page.findChild(NeedList).rows if row.need.page == "goals"]
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(rows[1], Qt.Key.Key_Enter)
    assert said.places == [("goals", first), ("goals", second)]


def test_it_reads_the_file_again(qtbot: QtBot, context: AppContext, workspace: Workspace) -> None:
    page = page_of(qtbot, context)
    aim(workspace, "More orders")
    page.refresh()
    assert "More orders" in words(page)
    assert page.findChild(EmptyState) is None or not page.findChild(EmptyState).isVisible()


def test_goals_below_the_first_screenful_follow_once_it_is_up(
    qtbot: QtBot, context: AppContext, workspace: Workspace
) -> None:
    names = [f"Goal {number}" for number in range(1, 6)]
    for name in names:
        aim(workspace, name)
    page = page_of(qtbot, context)

    def from_the_top() -> list[str]:
        cards = [card for card in page.findChildren(GoalCard) if card.isVisible()]
        return [card.accessibleName() for card in sorted(cards, key=lambda card: card.y())]

    qtbot.waitUntil(lambda: from_the_top() == names)
    before = page.findChildren(GoalCard)
    page.refresh()  # on show, all at once
    shown = [card for card in page.findChildren(GoalCard) if card not in before]
    assert [card.accessibleName() for card in shown] == names


def test_with_little_room_the_recent_past_is_left_out(
    qtbot: QtBot, context: AppContext, workspace: Workspace
) -> None:
    orders = measured(workspace, ORDERS, [300.0] * 9)
    aim(workspace, "More orders", KeyResult(goal_id=0, kpi_id=orders, target=3600.0))
    page = page_of(qtbot, context)
    line = page.findChild(Sparkline)
    assert line is not None
    assert line.isVisible()
    page.resize(736, 600)
    assert not line.isVisible()
    page.refresh()
    again = page.findChild(ResultsTable).findChild(Sparkline)
    qtbot.waitUntil(page.findChild(ResultsTable).isVisible)
    assert not again.isVisible()
    page.resize(1056, 760)
    assert again.isVisible()
