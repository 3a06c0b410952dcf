"""The exported workbook, as two other readers see it, and as it comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from desktop.core.activity import Activity, Verdict
from desktop.core.advice import AdviceKind
from desktop.core.check_in import CheckIn
from desktop.core.company import Person
from desktop.core.faults import FileFault, Stopped
from desktop.core.focus import Focus, Stage
from desktop.core.glossary import Word
from desktop.core.goal import Goal, GoalState, KeyResult, Milestone
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.idea import Answer
from desktop.core.kpi import Kpi
from desktop.core.kpi_event import KpiEvent
from desktop.core.message import msg
from desktop.core.own_workbook import Purpose
from desktop.core.period import Cadence
from desktop.core.review import Review
from desktop.core.sitting import Ask
from desktop.core.strategy_map import between, goal_key, kpi_key
from desktop.core.unit import Unit, UnitKind
from desktop.core.wheel import EventKind, WheelEvent
from desktop.qtkit.wording import wording
from desktop.services.activities import decide, save_activity
from desktop.services.advice import advice, dismiss
from desktop.services.causes import save_cause
from desktop.services.check_ins import save_check_in
from desktop.services.company import company, save_person
from desktop.services.export import export, file_name
from desktop.services.focus import save_focus
from desktop.services.glossary import save_word
from desktop.services.goals import save_goal, save_goal_whole, save_key_result
from desktop.services.ideas import adopt_idea, answer_idea, note_idea
from desktop.services.imports import Change, apply, open_file, preview
from desktop.services.kpi_events import save_kpi_event
from desktop.services.kpis import save_kpi
from desktop.services.loops import save_loop
from desktop.services.measurements import series
from desktop.services.raising import raise_goal
from desktop.services.reviews import save_review
from desktop.services.wheel import lanes, save_event
from desktop.services.workspace import Workspace
from tests.services.conftest import TODAY
from tests.services.own_company import HARM, fill

ENGLISH = wording("en")
TWO_WEEKS = {"lag": 2, "lag_cadence": Cadence.WEEK}


@pytest.fixture
def kpis(ws: Workspace) -> dict[str, Kpi]:
    return fill(ws)


@pytest.fixture
def book(ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path) -> Path:
    return export(ws, tmp_path / "all.xlsx", ENGLISH)


def table(sheet: Any, head: int = 4) -> list[dict[Any, Any]]:
    """The rows below the head, by its titles."""
    rows = list(sheet.iter_rows(min_row=head, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_the_sheets_and_their_order(book: Path) -> None:
    loaded = load_workbook(book)
    shown = [sheet.title for sheet in loaded if sheet.sheet_state == "visible"]
    assert shown == [
        "Contents",
        "Goals",
        "Key results",
        "Milestones",
        "Plans",
        "Charts",
        "Chart figures",
        "KPIs",
        "Days",
        "Weeks",
        "Months",
        "Quarters",
        "Years",
        "All values",
        "People",
        "Imports",
        "Changes",
    ]


def test_no_cell_is_a_formula_or_an_error(book: Path) -> None:
    loaded = load_workbook(book)
    kinds = {cell.data_type for sheet in loaded for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d", "inlineStr"}
    with ZipFile(book) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any(
            b"<f>" in package.read(name) or b"<f " in package.read(name) for name in sheets
        )


def test_text_that_begins_like_a_formula_stays_as_it_is_typed_again(book: Path) -> None:
    sheet = load_workbook(book)["KPIs"]
    cells = {cell.value: cell for (cell,) in sheet.iter_rows(min_row=5, max_col=1)}
    for text in HARM[:4]:
        assert cells[text].quotePrefix
    assert not cells["Sales"].quotePrefix
    assert "#N/A" in cells


def test_links_lead_inside_the_workbook(book: Path) -> None:
    loaded = load_workbook(book)
    links = [
        cell.hyperlink for row in loaded["Contents"].iter_rows() for cell in row if cell.hyperlink
    ]
    assert links
    for link in links:
        assert link.target is None
        sheet, _, cell = link.location.rpartition("!")
        assert loaded[sheet.strip("'")][cell].value


def test_every_value_is_there_as_calamine_reads_it(
    ws: Workspace, book: Path, kpis: dict[str, Kpi]
) -> None:
    rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("All values").to_python()
    head = rows.index(["KPI", "First day", "Period", "Value", "Unit", "Covers until", "Source"])
    found = {(row[0], _day(row[1])): row[3] for row in rows[head + 1 :]}
    expected = {
        (kpi.name.strip(), value.period.start): value.value
        for kpi in kpis.values()
        for value in series(ws, kpi.id or 0).measurements
    }
    assert {(name.strip(), day) for name, day in found} == set(expected)
    for (name, day), value in found.items():
        shown = value.total_seconds() if isinstance(value, timedelta) else value
        assert shown == pytest.approx(expected[name.strip(), day], rel=1e-12)


def _day(value: object) -> date:
    return value.date() if isinstance(value, datetime) else value  # type: ignore[return-value]


def test_months_are_dates_and_numbers_have_their_units(book: Path) -> None:
    sheet = load_workbook(book)["Months"]
    head = [cell.value for cell in sheet[4]]
    assert [*head[:2], _day(head[2])] == ["KPI", "Unit", date(2026, 1, 1)]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=5)}
    assert rows["Sales"][2].value == 1000.1
    assert rows["Sales"][2].number_format == '#,##0.00 "SEK"'
    assert rows["Conversion"][2].number_format == "0.0%"
    assert rows["Answer time"][2].number_format == "[h]:mm:ss"
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref.startswith("A4:")
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"


def test_goals_and_their_key_results(book: Path) -> None:
    loaded = load_workbook(book)
    (goal,) = table(loaded["Goals"])
    assert goal["Goal"] == "=Sell more"
    assert goal["Why"] == "+Because"
    assert goal["Owner"] == "Kim"
    assert _day(goal["Deadline"]) == date(2026, 12, 31)
    (result,) = table(loaded["Key results"])
    assert result["Key result"] == "Sales"
    assert result["Target"] == 40_000
    assert result["Actual"] == pytest.approx(21_000.6)  # 1 to 6 thousand, and six times 0.1
    assert result["Plan"] == pytest.approx(15_000.0)
    assert result["Difference"] == pytest.approx(6_000.6)
    (milestone,) = table(loaded["Milestones"])
    assert (milestone["Milestone"], milestone["Value"]) == ("-Halfway", 20_000)
    assert [row["Expected value"] for row in table(loaded["Plans"])] == [15_000, 40_000]


def test_a_chart_of_actual_and_plan_for_the_goals_kpi(book: Path) -> None:
    loaded = load_workbook(book)
    (chart,) = loaded["Charts"]._charts
    assert chart.title.tx.rich.p[0].r[0].t == "Sales"
    assert [series.tx.v for series in chart.series] == ["Actual", "Not complete", "Plan"]
    rows = table(loaded["Chart figures"])
    assert [row["Actual"] for row in rows][:6] == [1000.0 * n + 0.1 for n in range(1, 7)]
    first, last = 5, 4 + len(rows)
    assert chart.series[0].val.numRef.f == f"'Chart figures'!$D${first}:$D${last}"
    assert not chart.x_axis.delete
    assert chart.y_axis.number_format.formatCode == '#,##0.00 "SEK"'


@pytest.mark.parametrize(("language", "name"), [("sv", "Mål"), ("da", "Mål"), ("en", "Goals")])
def test_the_words_are_the_readers(ws: Workspace, tmp_path: Path, language: str, name: str) -> None:
    path = export(ws, tmp_path / "all.xlsx", wording(language))
    assert name in load_workbook(path).sheetnames


def test_the_name_of_the_file_is_one_that_every_system_takes() -> None:
    assert file_name('A/B: "Ö" & Co', msg("everything"), ENGLISH) == "A B Ö & Co everything.xlsx"


def test_an_empty_company_is_written_too(ws: Workspace, tmp_path: Path) -> None:
    loaded = load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))
    assert loaded["Contents"]["A1"].value == "Ärlig AB"
    assert "Charts" not in loaded.sheetnames


def test_goals_of_every_kind(ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path) -> None:
    """Weekly, yearly and negative charts, a target line, and results that have no number."""
    goal = Goal(statement="Every kind", start=date(2026, 1, 1), deadline=date(2026, 12, 31))
    results = [
        KeyResult(goal_id=0, kpi_id=kpis["Staff"].id, target=14.0),
        KeyResult(goal_id=0, kpi_id=kpis["Cost"].id, target=-1.0),
        KeyResult(goal_id=0, title="Opened", done_on=date(2026, 3, 1)),
    ]
    door = Milestone(goal_id=0, title="Door painted", due=date(2026, 2, 1))
    save_goal_whole(ws, goal, results, [door], {})
    summer = Goal(statement="Summer", start=date(2026, 6, 1), deadline=date(2026, 8, 31))
    lower = KeyResult(goal_id=0, kpi_id=kpis["Stock"].id, target=9.0)
    save_goal_whole(ws, summer, [lower], [], {})
    loaded = load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))
    _, staff, cost, stock = loaded["Charts"]._charts
    assert [chart.x_axis.number_format.formatCode for chart in (stock, staff, cost)] == [
        "d mmm",
        "yyyy",
        "mmm yy",
    ]
    assert [series.tx.v for series in stock.series] == ["Actual", "Target"]
    assert cost.y_axis.scaling.min is None
    opened = table(loaded["Key results"])[-2]
    assert (opened["Key result"], opened["Target"], opened["Unit"]) == ("Opened", None, None)
    assert _day(opened["Done on"]) == date(2026, 3, 1)
    painted = next(row for row in table(loaded["Milestones"]) if row["Milestone"] == "Door painted")
    assert (painted["Key result"], painted["Value"]) == (None, None)


def test_a_goal_has_its_answers_and_what_it_was_raised_from(ws: Workspace, tmp_path: Path) -> None:
    reached = save_goal_whole(
        ws,
        Goal(statement="More readers", start=date(2026, 1, 1), state=GoalState.REACHED),
        (),
        (),
        {},
        {Ask.TRIES: "A letter a week", Ask.SENTENCE: "no longer the statement"},
    )
    raise_goal(ws, reached.id or 0)
    loaded = load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))
    first, second = table(loaded["Goals"])
    assert (first["Raised from"], second["Raised from"]) == (None, "More readers")
    assert (first["What we try"], second["What we try"]) == ("A letter a week",) * 2
    assert first["In short"] is None  # the statement was written anew
    assert first["In the guide"] is None
    assert second["In the guide"] == "Step 3 of 3: How far, and what we try"


def test_a_goal_that_is_a_composed_sentence_has_its_short_words_too(
    ws: Workspace, tmp_path: Path
) -> None:
    sentence = "We want more readers, because they buy."
    answers = {Ask.WHAT: "More readers", Ask.SENTENCE: sentence}
    goal = Goal(statement=sentence, start=date(2026, 1, 1))
    save_goal_whole(ws, goal, (), (), {}, answers)
    (row,) = table(load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))["Goals"])
    assert (row["Goal"], row["In short"]) == (sentence, "More readers")


def test_every_text_of_a_kpis_card(ws: Workspace, tmp_path: Path) -> None:
    texts = {
        "definition": "Visits without our own.",
        "audience": "Marketing",
        "source": "Web analytics",
        "source_place": "Reports, Traffic",
        "conclude_stop": "Banners",
        "conclude_start": "Letters",
        "conclude_continue": "Recipes",
        "conclude_more": "Pictures",
        "conclude_less": "Meetings",
    }
    save_kpi(ws, Kpi(name="Visits", **texts))
    (row,) = table(load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))["KPIs"])
    titles = [
        "Definition", "For whom", "Source", "Where in the source", "Stop doing", "Start doing",
        "Keep doing", "Do more of", "Do less of",
    ]  # fmt: skip
    assert [row[title] for title in titles] == list(texts.values())


def test_the_companys_own_words(ws: Workspace, tmp_path: Path) -> None:
    save_word(ws, Word(name="Lead", definition="Somebody who has asked for a price."))
    save_word(ws, Word(name="=Customer", definition="Has paid once."))
    rows = table(load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))["Glossary"])
    assert [(row["Word"], row["What it means"]) for row in rows] == [
        ("=Customer", "Has paid once."),
        ("Lead", "Somebody who has asked for a price."),
    ]


def test_the_events_of_the_annual_wheel(ws: Workspace, tmp_path: Path) -> None:
    kim = save_person(ws, Person(name="Kim"))
    sales = lanes(ws)[1].id or 0
    fair = WheelEvent(
        lane_id=sales,
        title="=Fair",
        kind=EventKind.OTHER,
        start=date(2026, 12, 28),
        end=date(2027, 1, 2),
        yearly=True,
        owner_id=kim.id,
        note="Book the stand",
    )
    save_event(ws, fair)
    (row,) = table(load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))["Annual wheel"])
    days = [row.pop(head).date() for head in ("First day", "Last day")]
    assert days == [date(2026, 12, 28), date(2027, 1, 2)]
    assert row == {
        "Week": "week 53, 2026",
        "Event": "=Fair",
        "Lane": "Sales",
        "Kind": "Other event",
        "Every year": "Yes",
        "Owner": "Kim",
        "Note": "Book the stand",
    }


def test_dismissed_advice_with_its_reason(ws: Workspace, tmp_path: Path) -> None:
    """Advice on a goal, a KPI and a key result; one of them would not be given any more."""
    visits = save_kpi(ws, Kpi(name="Visits", capacity=100.0))
    goal = Goal(statement="More visits", start=date(2026, 1, 1))
    result = KeyResult(goal_id=0, kpi_id=visits.id, target=150.0)
    saved = save_goal_whole(ws, goal, [result], (), {})
    kinds = (AdviceKind.NO_OWNER, AdviceKind.NO_DEFINITION, AdviceKind.CAPACITY)
    for piece in [each for each in advice(ws).open if each.kind in kinds]:
        dismiss(ws, piece, f"We know: {piece.kind.value}")
    kim = save_person(ws, Person(name="Kim"))
    save_goal(ws, replace(saved, owner_id=kim.id))
    rows = table(load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))["Dismissed advice"])
    assert {
        (row["Advice"], row["About"], row["Why it was dismissed"], row["What it says today"])
        for row in rows
    } == {
        ("Goal without an owner", "More visits", "We know: no owner", None),
        ("Past a capacity", "Visits in “More visits”", "We know: capacity", None),
        (
            "KPI without a definition",
            "Visits",
            "We know: no definition",
            "Visits does not say what is counted.",
        ),
    }
    assert {_day(row["Dismissed on"]) for row in rows} == {ws.today()}


def test_a_value_says_which_file_and_cell_it_came_from(
    ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path
) -> None:
    (tmp_path / "cost.csv").write_text("Month;Cost\n2026-08;12\n2026-09;13\n")
    draft = open_file(ws, tmp_path / "cost.csv")
    record = apply(ws, draft, draft.chosen())
    assert record is not None
    loaded = load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))
    sources = {
        (row["KPI"], _day(row["First day"])): row["Source"] for row in table(loaded["All values"])
    }
    assert sources["Cost", date(2026, 8, 1)] == "cost.csv · B2"
    assert sources["Cost", date(2026, 1, 1)] == "Typed"
    assert sources["Margin", date(2026, 1, 1)] == "Worked out"
    (imported,) = table(loaded["Imports"])
    assert (imported["File"], imported["New values"]) == ("cost.csv", 2)
    assert table(loaded["Changes"])[0]["What"] == "Import cost.csv"


def test_what_is_tried_and_the_ideas(ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path) -> None:
    kim = save_person(ws, Person(name="Kim"))
    share = save_kpi(ws, Kpi(name="Share", unit=Unit(UnitKind.PERCENT), decimals=1))
    goal = save_goal(ws, Goal(statement="Grow more", start=date(2026, 1, 1)))
    tried = save_activity(
        ws,
        Activity(
            goal_id=goal.id or 0,
            kpi_id=share.id,
            title="=Posters",
            because="they are seen",
            effect=0.025,
            start=date(2026, 2, 1),
            due=date(2026, 6, 30),
            owner_id=kim.id,
            cost=1200.0,
        ),
    )
    decide(ws, tried.id or 0, Verdict.KILLED, "Nobody saw them")
    wanted = note_idea(ws, "Open on Sundays", "Robin").id or 0
    made = adopt_idea(ws, wanted, "People are free then", goal.id)
    refused = note_idea(ws, "A stand at the fair").id or 0
    answer_idea(ws, refused, Answer.DECLINED, "Too far away")

    loaded = load_workbook(export(ws, tmp_path / "tried.xlsx", ENGLISH))
    rows = table(loaded["Activities"])
    assert [row["Activity"] for row in rows] == [made.title, "=Posters"]
    killed = rows[1]
    assert (killed["Goal"], killed["State"], killed["KPI"]) == ("Grow more", "Killed", "Share")
    assert (killed["Expected effect"], killed["Cost"], killed["Owner"]) == (0.025, 1200, "Kim")
    assert killed["Start"].date() == date(2026, 2, 1)
    assert killed["Keep or kill on"].date() == date(2026, 6, 30)
    assert killed["Decided on"].date() == date(2026, 7, 15)
    assert killed["What we learned"] == "Nobody saw them"
    assert killed["What was seen"] == "Too early: Share has no whole month since the start."
    ideas = table(loaded["Ideas"])
    assert [(row["Idea"], row["Answer"], row["Goal"] or "") for row in ideas] == [
        ("Open on Sundays", "Adopted", "Grow more"),
        ("A stand at the fair", "Declined", ""),
    ]
    assert (ideas[0]["Who"], ideas[0]["Activity"]) == ("Robin", "Open on Sundays")
    assert ideas[1]["Reason"] == "Too far away"


class TestComingBack:
    def test_it_knows_itself_and_every_value_is_the_same(self, ws: Workspace, book: Path) -> None:
        draft = open_file(ws, book)
        assert draft.own is Purpose.EXPORT
        assert draft.known
        assert not draft.recognition.questions
        counts = preview(ws, draft, draft.chosen()).counts
        assert (counts.new, counts.changed, counts.rejected) == (0, 0, 0)
        stored = ws.connection.execute("SELECT count(*) FROM measurement").fetchone()[0]
        assert counts.same == stored
        assert apply(ws, draft, draft.chosen()) is None

    def test_a_changed_cell_is_old_and_new(
        self, ws: Workspace, book: Path, kpis: dict[str, Kpi]
    ) -> None:
        loaded = load_workbook(book)
        sheet = loaded["Months"]
        row = next(row for row in sheet.iter_rows(min_row=5) if row[0].value == "Cost")
        row[3].value = 77
        loaded.save(book)
        draft = open_file(ws, book)
        lines = preview(ws, draft, draft.chosen()).lines
        changed = [line for line in lines if line.change is not Change.SAME]
        assert [(line.change, line.old, line.new) for line in changed] == [
            (Change.CHANGED, -3.5, 77.0)
        ]


class TestWhereItCannotBe:
    def test_never_over_the_company_file(self, ws: Workspace, tmp_path: Path) -> None:
        link = tmp_path / "link.xlsx"
        link.symlink_to(ws.path)
        with pytest.raises(FileFault, match="company file itself"):
            export(ws, link, ENGLISH)
        assert company(ws).name == "Ärlig AB"

    def test_only_as_a_workbook(self, ws: Workspace, tmp_path: Path) -> None:
        with pytest.raises(FileFault, match="must end in"):
            export(ws, tmp_path / "all.csv", ENGLISH)

    def test_a_folder_that_is_not_there(self, ws: Workspace, tmp_path: Path) -> None:
        with pytest.raises(FileFault, match="is not there"):
            export(ws, tmp_path / "no" / "all.xlsx", ENGLISH)

    def test_a_place_that_is_taken_by_a_folder(self, ws: Workspace, tmp_path: Path) -> None:
        (tmp_path / "all.xlsx").mkdir()
        with pytest.raises(FileFault, match="is a folder"):
            export(ws, tmp_path / "all.xlsx", ENGLISH)

    def test_stopped_leaves_what_was_there(
        self, ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path
    ) -> None:
        path = tmp_path / "all.xlsx"
        path.write_text("before")
        told: list[float] = []
        with pytest.raises(Stopped):
            export(
                ws,
                path,
                ENGLISH,
                progress=told.append,
                cancelled=lambda: bool(told and told[-1] > 0.1),
            )
        assert path.read_text() == "before"
        assert [name.name for name in tmp_path.glob("*.xlsx")] == ["all.xlsx"]

    def test_progress_goes_up_to_the_end(
        self, ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path
    ) -> None:
        told: list[float] = []
        export(ws, tmp_path / "all.xlsx", ENGLISH, progress=told.append)
        assert told == sorted(told)
        assert 0.5 < told[-1] <= 1.0


def test_what_was_said_and_learned_of_the_goals(ws: Workspace, tmp_path: Path) -> None:
    kim = save_person(ws, Person(name="Kim"))
    goal = save_goal(ws, Goal(statement="=More", start=date(2026, 1, 1))).id or 0
    said = CheckIn(
        goal_id=goal, day=TODAY, person_id=kim.id, confidence=7, stop="Waiting", autonomy=4
    )
    save_check_in(ws, said)
    save_review(ws, Review(goal_id=goal, day=TODAY, why="-Rain", learned="Start early"))
    book = load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))
    (row,) = table(book["Check-ins"])
    assert row["Day"].date() == TODAY
    assert [row[head] for head in ("Goal", "Who", "Confidence (0–10)", "Stop")] == [
        "=More",
        "Kim",
        7,
        "Waiting",
    ]
    assert (row["Autonomy (1–5)"], row["Competence (1–5)"]) == (4, None)
    (row,) = table(book["Reviews"])
    assert [row[head] for head in ("About", "Why did it differ?", "What we learned")] == [
        "=More",
        "-Rain",
        "Start early",
    ]


def test_the_strategy_and_what_explains_a_chart(ws: Workspace, tmp_path: Path) -> None:
    orders = save_kpi(ws, Kpi(name="Orders", decimals=0)).id or 0
    rate = save_kpi(ws, Kpi(name="Rate", unit=Unit(UnitKind.PERCENT))).id or 0
    goal = Goal(statement="More", start=date(2026, 1, 1), deadline=date(2026, 12, 31))
    more = save_goal(ws, goal).id or 0
    result = save_key_result(ws, KeyResult(goal_id=more, kpi_id=orders, target=80.0))
    save_key_result(ws, replace(result, target=60.0))
    save_cause(ws, replace(between(kpi_key(rate), kpi_key(orders), "=Seen"), **TWO_WEEKS))
    save_cause(ws, between(kpi_key(orders), goal_key(more)))
    save_focus(ws, Focus(kpi_id=rate, stage=Stage.REVENUE, line=0.25, since=TODAY, why="Thin"))
    ring = [LoopStep(loop_id=0, kpi_id=orders), LoopStep(loop_id=0, title="Friends told")]
    save_loop(ws, GrowthLoop(name="Word of mouth"), ring)
    save_kpi_event(ws, KpiEvent(kpi_id=orders, day=TODAY, title="New prices", rebase=True))
    book = load_workbook(export(ws, tmp_path / "all.xlsx", ENGLISH))
    assert table(book["Strategy map"]) == [
        {
            "Cause": "Rate",
            "Effect": "Orders",
            "Follows": "2 weeks later",
            "Why we believe it": "=Seen",
        },
        {"Cause": "Orders", "Effect": "More", "Follows": None, "Why we believe it": None},
    ]
    (focus,) = table(book["What matters most"])
    assert focus.pop("Since").date() == TODAY
    assert focus == {"KPI": "Rate", "Stage": "Revenue", "The line": 0.25, "Why": "Thin"}
    assert [tuple(row.values()) for row in table(book["Growth loops"])] == [
        ("Word of mouth", 1, "Orders"),
        ("Word of mouth", 2, "Friends told"),
    ]
    (event,) = table(book["Events of KPIs"])
    assert event.pop("Day").date() == TODAY
    assert event == {"KPI": "Orders", "What happened": "New prices", "Limits begin anew": "Yes"}
    (former,) = table(book["Former plans"])
    days = [former.pop(head).date() for head in ("Until", "Start", "Deadline")]
    assert days == [TODAY, date(2026, 1, 1), date(2026, 12, 31)]
    assert former == {
        "Goal": "More",
        "Key result": "Orders",
        "Baseline": None,
        "Target": 80,
        "Reason": None,
    }
