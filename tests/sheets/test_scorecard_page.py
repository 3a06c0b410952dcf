"""The scorecard on paper: one page, nothing on top of anything else."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.assessment import Status
from desktop.core.company import Company, Paper
from desktop.core.kpi import Kpi, Perspective
from desktop.core.latest_change import LatestChange
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.scorecard import Scorecard, ScorecardPart, ScoredGoal, ScoredKpi
from desktop.qtkit.wording import wording
from tests.sheets.places import check, one_page, said

MONTH = Period(Cadence.MONTH, date(2026, 6, 1))


def scored(number: int) -> ScoredKpi:
    return ScoredKpi(
        kpi=Kpi(name=f"Number {number}." if number % 2 else "Ett mycket långt namn " * 5),
        latest=Measurement(MONTH, 1234.0 + number),
        before=MONTH.shift(-1),
        change=LatestChange(10.0, signal=number % 3 == 0, good=True if number % 3 == 0 else None),
        status=list(Status)[number % 7] if number % 2 else None,
    )


def card(kpis: int, goals: int, loose: int = 0) -> Scorecard:
    goal = ScoredGoal(goal_id=1, statement="Vi ska bli kända " * 6, status=Status.AT_RISK)
    numbers = tuple(scored(number) for number in range(kpis))
    return Scorecard(
        company=Company(name="Bageriet"),
        today=date(2026, 7, 15),
        as_of=date(2026, 6, 30),
        parts=(
            *(
                ScorecardPart(perspective=each, kpis=numbers, goals=(goal,) * goals)
                for each in (Perspective.FINANCIAL, Perspective.CUSTOMER, Perspective.PROCESS)
            ),
            ScorecardPart(perspective=Perspective.LEARNING),
            ScorecardPart(perspective=None, kpis=numbers[:loose]),
        ),
    )


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("kpis", "goals"), [(0, 0), (1, 1), (6, 2), (40, 3)])
@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_it_is_one_page(kpis: int, goals: int, language: str, paper: Paper) -> None:
    check(one_page(card(kpis, goals), wording(language), paper=paper))


def test_all_is_shown_or_counted() -> None:
    text = said(one_page(card(4, 1, loose=2), wording("en")))
    assert text.count("Number 3.") == 3
    assert "1,237" in text
    assert "Nothing shows how we learn yet." in text
    assert "2 KPIs" in text, "those under no perspective"
    full = said(one_page(card(40, 0), wording("en")))
    shown = sum(f"Number {number}." in full for number in range(1, 40, 2))
    assert 0 < shown < 20
    assert "Not shown here" in full
