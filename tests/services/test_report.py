"""The report of a period: numbers as they stood then, news without noise, and what there is to
tell; on 15 July 2026."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.activity import Activity
from desktop.core.assessment import Status
from desktop.core.cause import Cause
from desktop.core.check_in import CheckIn
from desktop.core.faults import NotAllowed
from desktop.core.focus import Focus, Stage
from desktop.core.goal import Comparison, Goal, KeyResult, Milestone
from desktop.core.kpi import Better, Kpi, Phase
from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.report import Report
from desktop.core.report_words import report_text
from desktop.core.review import Review
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.services.activities import save_activity
from desktop.services.causes import save_cause
from desktop.services.check_ins import save_check_in
from desktop.services.focus import save_focus
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.report import report, usual_period
from desktop.services.reviews import save_review
from desktop.services.sheet_periods import find_period, numbered_period, offered_periods
from desktop.services.workspace import Workspace
from tests.services.conftest import TODAY

JANUARY = Period(Cadence.MONTH, date(2025, 1, 1))
JUNE = Period(Cadence.MONTH, date(2026, 6, 1))
MAY = JUNE.shift(-1)
SEK = Unit(UnitKind.CURRENCY, "SEK")
# eighteen months around 100 with a moving range of two
CALM = [100.0 + (2 if n % 2 else 0) for n in range(18)]


def said(messages: tuple[Message, ...]) -> list[str]:
    return [wording("en").say(each).replace("\N{NO-BREAK SPACE}", " ") for each in messages]


@pytest.fixture
def sales(ws: Workspace) -> Kpi:
    """Calm until May 2026, and far above in June."""
    kpi = save_kpi(ws, Kpi(name="Sales", unit=SEK))
    save_values(
        ws,
        kpi.id or 0,
        {JANUARY.shift(n): value for n, value in enumerate([*CALM[:17], 140.0])},
    )
    return kpi


@pytest.fixture
def visits(ws: Workspace) -> Kpi:
    kpi = save_kpi(ws, Kpi(name="Visits", phase=Phase.AWARENESS, leading=True))
    save_values(ws, kpi.id or 0, {JANUARY.shift(n): value for n, value in enumerate(CALM)})
    return kpi


@pytest.fixture
def goal_id(ws: Workspace, sales: Kpi) -> int:
    """A thousand in the year, in a straight line."""
    row = KeyResult(goal_id=0, kpi_id=sales.id, target=1200.0, comparison=Comparison.TOTAL)
    done = Milestone(goal_id=0, title="Half", due=date(2026, 7, 1), done_on=date(2026, 6, 20))
    coming = Milestone(goal_id=0, title="Party", due=date(2026, 7, 28))
    far = Milestone(goal_id=0, title="Far", due=date(2026, 12, 1))
    goal = Goal(statement="Sell more", start=date(2026, 1, 1), deadline=date(2026, 12, 31))
    return save_goal_whole(ws, goal, [row], [done, coming, far], {}).id or 0


def test_a_number_in_its_period_beside_plan_and_the_year_before(
    ws: Workspace, goal_id: int
) -> None:
    told = report(ws, JUNE)
    (figure,) = told.figures
    assert figure.goal == "Sell more"
    assert figure.value is not None
    assert (figure.value.value, figure.value.period, figure.sofar) == (140.0, JUNE, False)
    assert figure.earlier is not None
    assert (figure.earlier.value, figure.earlier.period) == (102.0, JUNE.shift(-12))
    # January to May: 100, 102, 100, 102, 100, and 140 in June
    assert figure.actual is not None
    assert figure.plan is not None
    assert figure.actual.value == 100 + 102 + 100 + 102 + 100 + 140
    assert figure.plan.value == pytest.approx(1200 * 181 / 365, rel=0.01)
    assert told.as_of == date(2026, 6, 30)


def test_an_earlier_period_is_told_as_it_stood_then(ws: Workspace, goal_id: int) -> None:
    (figure,) = report(ws, MAY).figures
    assert figure.value is not None
    assert figure.value.value == 100.0
    assert figure.actual is not None
    assert figure.actual.value == 504.0
    # what is known today is not told of a period before the last
    assert figure.status is None
    assert said(figure.known) == ["Within its usual variation."]
    assert report(ws, MAY).changed == ()


def test_only_a_signal_is_news(ws: Workspace, goal_id: int, visits: Kpi) -> None:
    told = report(ws, JUNE)
    assert said(told.changed) == [
        "Sales stands out above its usual variation: 140 SEK (June 2026)."
    ]
    assert "Stands out above its usual variation." in said(told.figures[0].known)


def test_a_period_that_goes_on_is_told_so_far(ws: Workspace, goal_id: int, sales: Kpi) -> None:
    july = JUNE.shift(1)
    save_values(ws, sales.id or 0, {july: 40.0})
    (figure,) = report(ws, july).figures
    assert figure.sofar
    assert figure.earlier is None  # half a month is not held against a whole one


def test_a_formula_adds_up_its_parts_first(ws: Workspace, sales: Kpi, visits: Kpi) -> None:
    rate = save_kpi(ws, Kpi(name="Worth", formula=f"{sales.key} / {visits.key}"))
    row = KeyResult(goal_id=0, kpi_id=rate.id, target=2.0)
    save_goal_whole(ws, Goal(statement="Worth more", start=date(2026, 1, 1)), [row], [], {})
    quarter = Period(Cadence.QUARTER, date(2026, 4, 1))
    (figure,) = report(ws, quarter).figures
    assert figure.value is not None
    # April to June: (102 + 100 + 140) / (102 + 100 + 102)
    assert figure.value.value == pytest.approx(342 / 304)


def test_the_gap_of_percentages_is_in_points(ws: Workspace) -> None:
    kpi = save_kpi(
        ws, Kpi(name="Share", unit=Unit(UnitKind.PERCENT), decimals=1, better=Better.HIGHER)
    )
    save_values(ws, kpi.id or 0, {JUNE.shift(-n): 0.5 for n in range(6)})
    row = KeyResult(goal_id=0, kpi_id=kpi.id, target=0.4, comparison=Comparison.PER_PERIOD)
    save_goal_whole(ws, Goal(statement="Share", start=date(2026, 1, 1)), [row], [], {})
    (figure,) = report(ws, JUNE).figures
    assert figure.against_plan is not None
    assert (figure.against_plan.value, figure.against_plan.points) == (pytest.approx(0.1), True)


def test_what_was_reached_tried_learned_and_is_next(
    ws: Workspace, goal_id: int, sales: Kpi
) -> None:
    activity = Activity(
        goal_id=goal_id,
        title="A stall",
        kpi_id=sales.id,
        start=date(2026, 6, 1),
        due=date(2026, 7, 20),
    )
    save_activity(ws, activity)
    save_review(ws, Review(goal_id=goal_id, day=date(2026, 6, 9), learned="Open on Sundays"))
    told = report(ws, JUNE)
    assert said(told.reached) == ["Half, 20 June 2026 (“Sell more”)"]
    (tried,) = said(told.tried)
    assert tried.startswith("Tried, not decided on yet: A stall")
    assert said(told.learned) == ["Open on Sundays (Sell more, 9 June 2026)"]
    coming = said(told.next)
    assert "Look back on Q2 2026" in coming
    assert "20 July 2026: Keep or kill: A stall" in coming
    assert "28 July 2026: Milestone: Party" in coming
    assert not any("Far" in line for line in coming)
    assert report(ws, MAY).reached == ()
    assert report(ws, MAY).tried == ()


def test_a_change_of_status_is_told_from_what_was_seen(ws: Workspace, goal_id: int) -> None:
    for day, status in (
        (date(2026, 5, 18), Status.ON_TRACK),
        (date(2026, 6, 15), Status.OFF_TRACK),
    ):
        save_check_in(ws, CheckIn(goal_id=goal_id, day=day, confidence=5, status=status))
    assert "“Sell more” was “On track” on 18 May 2026 and “Off track” on 15 June 2026." in said(
        report(ws, JUNE).changed
    )
    assert not any("Sell more" in line for line in said(report(ws, MAY).changed))


def test_what_marketing_adds_only_where_it_is_tied_to_money(
    ws: Workspace, goal_id: int, sales: Kpi, visits: Kpi
) -> None:
    assert report(ws, JUNE).value == ()
    save_cause(ws, Cause(cause_kpi_id=visits.id, effect_kpi_id=sales.id))
    (line,) = said(report(ws, JUNE).value)
    assert line.startswith("Visits: 102 (a year before 102), which feeds Sales:")


def test_the_one_metric_that_matters_stands_first(ws: Workspace, goal_id: int, visits: Kpi) -> None:
    focus = Focus(kpi_id=visits.id or 0, stage=Stage.REVENUE, since=date(2026, 1, 1))
    save_focus(ws, focus)
    first, second = report(ws, JUNE).figures
    assert (first.title, first.goal, second.title) == ("Visits", "", "Sales")


def test_as_text_for_a_mail(ws: Workspace, goal_id: int) -> None:
    text = report_text(report(ws, JUNE), wording("en")).replace("\N{NO-BREAK SPACE}", " ")
    lines = text.splitlines()
    assert lines[0] == "Ärlig AB: Report for June 2026"
    assert "THE NUMBERS THAT MATTER" in lines
    assert "WHAT WE LEARNED" in lines
    assert lines[lines.index("WHAT WE LEARNED") + 1] == "No review was made."
    assert "- Half, 20 June 2026 (“Sell more”)" in lines
    assert "WHAT MARKETING ADDS" not in lines


def test_an_empty_company_has_an_empty_report(ws: Workspace) -> None:
    told = report(ws, usual_period(ws))
    assert told == Report(
        company=told.company, today=TODAY, period=JUNE, as_of=None, until=date(2026, 7, 31)
    )
    assert "No goal ran in this period." in report_text(told, wording("en"))


class TestPeriods:
    @pytest.mark.parametrize(
        ("text", "cadence", "start"),
        [
            ("", Cadence.MONTH, date(2026, 6, 1)),
            ("2026-03", Cadence.MONTH, date(2026, 3, 1)),
            ("2026-W02", Cadence.WEEK, date(2026, 1, 5)),
            ("2026-q2", Cadence.QUARTER, date(2026, 4, 1)),
            (" 2026 ", Cadence.YEAR, date(2026, 1, 1)),
        ],
    )
    def test_as_people_type_them(
        self, ws: Workspace, text: str, cadence: Cadence, start: date
    ) -> None:
        assert numbered_period(find_period(ws, text)) == Period(cadence, start)

    @pytest.mark.parametrize("text", ["2026-13", "2026-W60", "2026-Q5", "June", "0000", "2027-01"])
    def test_what_is_no_period_or_has_not_begun(self, ws: Workspace, text: str) -> None:
        with pytest.raises(NotAllowed):
            find_period(ws, text)

    def test_the_usual_one_is_offered_first_and_each_once(self, ws: Workspace) -> None:
        offered = [numbered_period(number) for number, _ in offered_periods(ws)]
        assert offered[0] == JUNE
        assert len(set(offered)) == len(offered)
        assert {each.cadence for each in offered} == set(Cadence) - {Cadence.DAY}
        assert all(each.start <= TODAY for each in offered)
