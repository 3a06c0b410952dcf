"""What the strategy map follows from: perspectives, circles, and the arrows that it suggests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Better, Kpi, Perspective
from desktop.core.latest_change import LatestChange, latest_change
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.scorecard import ScorecardPart, ScoredGoal, ScoredKpi, change_words
from desktop.core.series import Series
from desktop.core.strategy_map import between, cause_key, effect_key, followed, leads_to
from desktop.core.strategy_proposals import propose
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording

START = date(2026, 1, 1)
FINANCIAL, CUSTOMER, PROCESS, LEARNING = Perspective


def test_a_goal_follows_what_weighs_most() -> None:
    assert followed([(CUSTOMER, 1.0), (FINANCIAL, 2.0), (None, 5.0)]) is FINANCIAL
    assert followed([(CUSTOMER, 1.0), (FINANCIAL, 1.0)]) is None, "nothing is guessed"
    assert followed([]) is None
    assert followed([(None, 1.0)]) is None


def test_arrows_are_made_between_keys() -> None:
    cause = between("kpi 3", "goal 4", "since")
    assert (cause.cause_kpi_id, cause.effect_goal_id, cause.note) == (3, 4, "since")
    assert cause.cause_goal_id is cause.effect_kpi_id is None
    assert (cause_key(cause), effect_key(cause)) == ("kpi 3", "goal 4")


def test_what_leads_to_what() -> None:
    arrows = [between("kpi 1", "kpi 2"), between("kpi 2", "goal 1")]
    assert leads_to(arrows, "kpi 1", "goal 1")
    assert not leads_to(arrows, "goal 1", "kpi 1")


def test_arrows_are_suggested_from_goals_key_results_and_parts() -> None:
    whole = Goal(id=1, statement="Sell more", start=START)
    part = Goal(id=2, statement="Convince", start=START, parent_id=1)
    visits = Kpi(id=1, key="visits", name="Visits", leading=True)
    orders = Kpi(id=2, key="orders", name="Orders")
    rate = Kpi(id=3, key="rate", name="Conversion", formula="orders / visits")
    results = [KeyResult(goal_id=2, kpi_id=1), KeyResult(goal_id=2, kpi_id=2)]
    found = propose([whole, part], results, [visits, orders, rate], [])
    pairs = [(each.cause_title, each.effect_title) for each in found]
    assert pairs == [
        ("Convince", "Sell more"),
        ("Visits", "Orders"),
        ("Orders", "Conversion"),
        ("Visits", "Conversion"),
    ]
    drawn = [between("goal 2", "goal 1"), between("kpi 2", "kpi 1")]
    left = propose([whole, part], results, [visits, orders, rate], drawn)
    assert [(each.cause_title, each.effect_title) for each in left] == pairs[2:], (
        "neither what is drawn, nor what would close a circle"
    )


ORDERS = Kpi(name="Orders")
FLAT = [100.0, 102.0, 99.0, 101.0, 100.0, 98.0, 101.0, 99.0, 100.0, 102.0, 99.0, 101.0]


def changed(values: Sequence[float], kpi: Kpi = ORDERS) -> LatestChange | None:
    first = Period(Cadence.MONTH, date(2025, 1, 1))
    rows = [Measurement(first.shift(n), value) for n, value in enumerate(values)]
    return latest_change(Series(kpi, rows), (), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("better", "good"), [(Better.HIGHER, True), (Better.LOWER, False), (Better.BAND, False)]
)
def test_a_leap_is_a_signal_for_better_or_worse(better: Better, good: bool) -> None:
    kpi = Kpi(name="Orders", better=better, band_high=110.0)
    change = changed([*FLAT, 130.0], kpi)
    assert change is not None
    assert (change.change, change.signal, change.good) == (29.0, True, good)


def test_usual_variation_is_never_judged() -> None:
    change = changed([*FLAT, 99.0])
    assert change is not None
    assert (change.change, change.signal, change.good) == (-2.0, False, None)


def test_trial_limits_judge_nothing() -> None:
    change = changed([1.0, 1.1, 0.9, 50.0])
    assert change is not None
    assert not change.signal
    assert changed([1.0]) is None


def test_where_the_level_moved_earlier_a_small_change_is_no_news() -> None:
    change = changed([*FLAT, 130.0, 131.0])
    assert change is not None
    assert not change.signal


def test_what_a_perspective_lacks_is_said() -> None:
    goal = ScoredGoal(goal_id=1, statement="Learn", status=None)
    leading, lagging = (ScoredKpi(kpi=Kpi(name="A", leading=each)) for each in (True, False))

    def lacks(perspective: Perspective | None, *kpis: ScoredKpi, goals: int = 1) -> list[str]:
        part = ScorecardPart(perspective=perspective, kpis=kpis, goals=(goal,) * goals)
        return [message.text for message in part.lacks]

    assert lacks(LEARNING) == ["Nothing shows how we learn yet."]
    assert lacks(CUSTOMER, lagging) == ["Only lagging KPIs: none warns in time."]
    assert lacks(CUSTOMER, leading) == ["Only leading KPIs: none shows the result."]
    assert lacks(CUSTOMER, leading, lagging) == []
    assert lacks(PROCESS, leading, lagging, goals=0) == ["No active goal here."]
    assert lacks(None) == []


def test_a_share_changes_by_percentage_points() -> None:
    month = Period(Cadence.MONTH, date(2026, 6, 1))
    scored = ScoredKpi(
        kpi=Kpi(name="Rate", unit=Unit(UnitKind.PERCENT), decimals=1),
        latest=Measurement(month, 0.24),
        before=month.shift(-1),
        change=LatestChange(0.021, signal=False, good=None),
    )
    said = change_words(scored)
    assert said is not None
    text = wording("en").say(said)
    assert text == "+2.1 pp since May 2026: usual variation"
