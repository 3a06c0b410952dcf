"""What team sheet, KPI card, glossary and sittings say of a company file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.core.company import Company, Person
from desktop.core.faults import NotAllowed
from desktop.core.glossary import Word
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.sheet_sitting import PaperQuestion
from desktop.core.sitting import Ask, Sitting, Way
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.services.company import save_person
from desktop.services.glossary import save_word
from desktop.services.goals import save_goal, save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.sheet_card import card_sheet
from desktop.services.sheet_kinds import ready_kinds, sheet_kind, sheet_kinds
from desktop.services.sheet_sitting import blank_sittings, sitting_sheet
from desktop.services.sheet_team import team_sheet
from desktop.services.sittings import SittingDraft, save_sitting
from desktop.services.workspace import Workspace

TODAY = date(2026, 7, 10)
BUNS = Unit(UnitKind.OWN, "buns")
FIRST = Period(Cadence.MONTH, date(2026, 1, 1))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    """Buns are visits and luck; Eva sells them."""
    company = Company(name="Bageriet", language="sv")
    with Workspace.create(tmp_path / "shop.sikte", company, today=lambda: TODAY) as ws:
        eva = save_person(ws, Person(name="Eva"))
        buns = save_kpi(
            ws, Kpi(name="Buns", unit=BUNS, owner_id=eva.id, conclude_stop="Baking at noon")
        )
        visits = save_kpi(ws, Kpi(name="Visits", leading=True, parent_id=buns.id))
        save_values(ws, buns.id or 0, {FIRST.shift(n): 100.0 + n for n in range(6)})
        save_values(ws, visits.id or 0, {FIRST.shift(n): 900.0 for n in range(6)})
        result = KeyResult(goal_id=0, kpi_id=buns.id, baseline=100.0, target=200.0)
        goal = Goal(
            statement="Bake for the street",
            start=date(2026, 1, 1),
            deadline=date(2026, 12, 31),
            owner_id=eva.id,
        )
        save_goal_whole(ws, goal, [result], [], {})
        yield ws


def test_the_team_sheet_has_owners_and_what_drives_their_results(shop: Workspace) -> None:
    sheet = team_sheet(shop)
    (team,) = sheet.teams
    (row,) = team.rows
    assert (team.owner, row.goal) == ("Eva", "Bake for the street")
    assert row.result.actual == Quantity(105.0, BUNS)
    (driver,) = row.drivers
    said = wording("en").say(driver).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Visits (leading) 900, June 2026"
    assert sheet.as_of == date(2026, 6, 30)


def test_the_card_has_the_newest_value_and_its_chart(shop: Workspace) -> None:
    card = card_sheet(shop, 1)
    assert card.value == Quantity(105.0, BUNS)
    assert card.period == FIRST.shift(5)
    assert card.as_of == date(2026, 6, 30)
    assert card.chart is not None
    assert [point.value for point in card.chart.actual] == [100, 101, 102, 103, 104, 105]
    assert card.chart.target == 200.0
    assert card.chart.plan[-1].period.start == date(2026, 12, 1)
    assert {label.text: text for label, text in card.conclusions}["Stop doing"] == (
        "Baking at noon"
    )
    why = next(section for section in card.sections if section.title.text == "Why")
    assert "Bake for the street" in str([row.value for row in why.rows])


def test_the_card_of_three_years_of_days_shows_months(shop: Workspace) -> None:
    calls = save_kpi(shop, Kpi(name="Calls", cadence=Cadence.DAY))
    first = Period(Cadence.DAY, date(2023, 7, 1))
    save_values(shop, calls.id or 0, {first.shift(n): 1.0 for n in range(1096)})
    chart = card_sheet(shop, calls.id or 0).chart
    assert chart is not None
    assert chart.cadence is Cadence.MONTH
    assert chart.actual[-1].value == 30.0  # June
    assert len(chart.actual) <= 37


def test_a_card_without_values(shop: Workspace) -> None:
    card = card_sheet(shop, save_kpi(shop, Kpi(name="New")).id or 0)
    assert (card.value, card.period, card.as_of) == (None, None, None)


def words_of(question: PaperQuestion) -> list[str]:
    return [str(answer.words) for answer in question.answers]


def test_a_sitting_has_what_was_answered_and_lines_for_the_rest(shop: Workspace) -> None:
    draft = SittingDraft(
        goal=Goal(statement="More bread", start=TODAY, why="hunger", state=GoalState.DRAFT),
        answers={Ask.SEEN: "Queues"},
    )
    goal_id = save_sitting(shop, draft, Sitting.GOAL, finished=True).id or 0
    first = sitting_sheet(shop, goal_id, Sitting.GOAL)
    what, why = first.questions[1], first.questions[2]
    assert words_of(what) == ["More bread"]
    assert words_of(why) == ["hunger", ""]
    assert [choice.ticked for choice in first.questions[0].choices] == [True, False]
    assert len(first.letters) == 5
    second = sitting_sheet(shop, goal_id, Sitting.SIGNS)
    assert words_of(second.questions[0]) == ["Queues"]
    grid = second.questions[1].grid
    assert grid is not None
    assert (grid.rows, grid.spare) == ((), 1), "a SMART goal has one number"
    days = sitting_sheet(shop, goal_id, Sitting.MEASURE).questions[0]
    assert words_of(days) == ["", ""], "no day has been decided"
    assert not any(choice.ticked for choice in days.choices)


def test_the_third_sitting_says_how_far(shop: Workspace) -> None:
    grid = sitting_sheet(shop, 1, Sitting.MEASURE).questions[1].grid
    assert grid is not None
    assert grid.rows == (("Buns", Quantity(100.0, BUNS), Quantity(200.0, BUNS), "", ""),)


def test_blank_forms_know_nothing(shop: Workspace) -> None:
    forms = blank_sittings(shop)
    assert [form.sitting for form in forms] == list(Sitting)
    for form in forms:
        assert form.goal_id is None
        for question in form.questions:
            assert not any(words_of(question))
            assert not any(choice.ticked for choice in question.choices)
            assert question.grid is None or not question.grid.rows
        assert form.examples is not None
        assert set(form.examples) == {"sv", "da", "en"}


def test_an_objective_has_up_to_five_numbers(shop: Workspace) -> None:
    draft = SittingDraft(goal=Goal(statement="Known by all", start=TODAY), way=Way.OKR)
    goal_id = save_sitting(shop, draft, Sitting.GOAL, finished=True).id or 0
    sheet = sitting_sheet(shop, goal_id, Sitting.SIGNS)
    assert sheet.letters == ()
    grid = sheet.questions[1].grid
    assert grid is not None
    assert grid.spare == 5


def test_kinds_have_keys_of_their_own_and_only_what_is_there_is_listed(tmp_path: Path) -> None:
    keys = [kind.key for kind in sheet_kinds()]
    options = [kind.option for kind in sheet_kinds() if kind.option]
    assert len(set(keys)) == len(keys)
    assert len(set(options)) == len(options)
    with Workspace.create(tmp_path / "new.sikte", Company(name="New")) as ws:
        assert [kind.key for kind in ready_kinds(ws)] == ["forms"]
        save_word(ws, Word(name="Lead"))
        assert [kind.key for kind in ready_kinds(ws)] == ["forms", "glossary"]
        save_goal(ws, Goal(statement="Grow", start=TODAY))
        assert {"goal", "summary", "board", "team", "map", "sitting"} <= {
            kind.key for kind in ready_kinds(ws)
        }


def test_every_kind_reads_its_sheets(shop: Workspace) -> None:
    for kind in sheet_kinds():
        items = [0] if kind.items is None else [item for item, _ in kind.items.all(shop)]
        for item in items:
            assert kind.read(shop, item), kind.key


def test_a_kpi_is_found_by_name_key_or_number(shop: Workspace) -> None:
    items = sheet_kind("card").items
    assert items is not None
    assert items.find is not None
    assert {items.find(shop, text) for text in ("Buns", "buns", "1")} == {1}
    with pytest.raises(NotAllowed):
        items.find(shop, "Bread")
