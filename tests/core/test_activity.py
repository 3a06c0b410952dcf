"""Where an activity stands, what may be saved, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.activity import (
    Activity,
    ActivityState,
    Verdict,
    asks_for_verdict,
    checked,
    decided,
    same_time,
    shown_first,
    state_of,
)
from desktop.core.faults import NotAllowed
from desktop.core.hypothesis import hypothesis, missing
from desktop.core.kpi import Kpi
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording

TODAY = date(2026, 11, 24)
TRIED = Activity(
    id=1,
    goal_id=1,
    kpi_id=3,
    title="Posters",
    start=date(2026, 10, 1),
    end=date(2026, 12, 31),
    due=date(2026, 12, 31),
)
RATE = Kpi(id=3, name="Conversion", unit=Unit(UnitKind.PERCENT), decimals=1)


@pytest.mark.parametrize(
    ("changed", "state", "asks"),
    [
        (TRIED, ActivityState.RUNNING, False),
        (replace(TRIED, due=TODAY), ActivityState.RUNNING, True),
        (replace(TRIED, start=date(2026, 11, 25)), ActivityState.PLANNED, False),
        (replace(TRIED, end=date(2026, 11, 23), due=None), ActivityState.OVER, True),
        (replace(TRIED, end=date(2026, 11, 23)), ActivityState.OVER, False),
        (replace(TRIED, end=None, due=None), ActivityState.RUNNING, False),
        (replace(TRIED, due=TODAY, verdict=Verdict.KEPT), ActivityState.KEPT, False),
        (replace(TRIED, due=TODAY, verdict=Verdict.KILLED), ActivityState.KILLED, False),
    ],
)
def test_the_state_follows_from_days_and_verdict(
    changed: Activity, state: ActivityState, asks: bool
) -> None:
    assert state_of(changed, TODAY) is state
    assert asks_for_verdict(changed, TODAY) is asks


@pytest.mark.parametrize(
    "wrong",
    [
        replace(TRIED, title="  "),
        replace(TRIED, end=date(2026, 9, 30)),
        replace(TRIED, due=date(2026, 9, 30)),
        replace(TRIED, effect=0.0),
        replace(TRIED, effect=1.0, kpi_id=None),
        replace(TRIED, cost=-1.0),
    ],
)
def test_what_may_not_be_saved(wrong: Activity) -> None:
    with pytest.raises(NotAllowed):
        checked(wrong)


def test_texts_are_saved_without_blanks_around_them() -> None:
    kept = checked(replace(TRIED, title=" Two \n posters ", because=" seen "))
    assert (kept.title, kept.because) == ("Two posters", "seen")


def test_a_verdict_takes_a_conclusion() -> None:
    with pytest.raises(NotAllowed):
        decided(TRIED, Verdict.KILLED, "  ", TODAY)
    killed = decided(TRIED, Verdict.KILLED, "Nobody saw them", TODAY)
    assert (killed.verdict, killed.decided_on) == (Verdict.KILLED, TODAY)
    again = decided(killed, Verdict.OPEN, killed.conclusion, TODAY)
    assert (again.verdict, again.decided_on, again.conclusion) == (
        Verdict.OPEN,
        None,
        "Nobody saw them",
    )


def test_what_else_was_tried_on_the_same_kpi_at_the_same_time() -> None:
    first = replace(TRIED, id=2, start=date(2026, 8, 1), end=date(2026, 9, 30))
    last_day = replace(TRIED, id=3, start=date(2026, 12, 31), end=None)
    other_kpi = replace(TRIED, id=4, kpi_id=9)
    killed = replace(
        TRIED,
        id=5,
        start=date(2026, 8, 1),
        end=None,
        verdict=Verdict.KILLED,
        decided_on=date(2026, 9, 15),
    )
    assert same_time(TRIED, [TRIED, first, last_day, other_kpi, killed]) == [last_day]
    assert same_time(replace(TRIED, kpi_id=None), [last_day]) == []


def test_open_ones_come_first() -> None:
    killed = replace(TRIED, id=2, verdict=Verdict.KILLED)
    kept = replace(TRIED, id=3, verdict=Verdict.KEPT)
    assert shown_first([killed, kept, TRIED]) == [TRIED, kept, killed]


@pytest.mark.parametrize(
    ("changed", "kpi", "sentence"),
    [
        (
            replace(TRIED, effect=0.003, because="They are  seen. "),
            RATE,
            "If we try “Posters”, then Conversion rises by 0.3 pp by 31 December 2026, "
            "because They are seen.",
        ),
        (
            replace(TRIED, effect=-0.003, due=None),
            RATE,
            "If we try “Posters”, then Conversion falls by 0.3 pp.",
        ),
        (TRIED, RATE, "If we try “Posters”, it shows in Conversion by 31 December 2026."),
        (replace(TRIED, due=None), RATE, "If we try “Posters”, it shows in Conversion."),
        (replace(TRIED, kpi_id=None), None, "We try “Posters” and judge it on 31 December 2026."),
        (replace(TRIED, due=None, kpi_id=None), None, "We try “Posters”."),
    ],
)
def test_the_sentence_as_far_as_it_is_thought_through(
    changed: Activity, kpi: Kpi | None, sentence: str
) -> None:
    assert wording("en").say(hypothesis(changed, kpi)) == sentence


def test_what_is_missing_is_said_one_thing_at_a_time() -> None:
    full = replace(TRIED, effect=1.0)
    assert missing(full) is None
    for changed, word in (
        (replace(full, kpi_id=None), "KPI"),
        (replace(full, effect=None), "effect"),
        (replace(full, due=None), "day"),
    ):
        found = missing(changed)
        assert found is not None
        assert word in found.text
