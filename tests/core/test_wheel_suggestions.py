"""What is suggested for the wheel: what is to come, and is not there yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.core.company import Company
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.unit import Quantity
from desktop.core.wheel import EventKind, Lane, WheelEvent
from desktop.core.wheel_days import Occurrence
from desktop.core.wheel_season import SeasonPart, SeasonRing
from desktop.core.wheel_suggestions import suggestions
from desktop.core.wheel_year import WheelYear

EMPTY = WheelYear(
    company=Company(name="AB"),
    today=date(2026, 1, 1),
    year=Period(Cadence.YEAR, date(2026, 1, 1)),
    lanes=(Lane(id=1, name="Alla"),),
    occurrences=(),
)


def reviews(year: WheelYear) -> list[date]:
    return [each.start for each in suggestions(year) if each.kind is EventKind.REVIEW]


def test_reviews_are_in_the_second_week_of_each_quarter() -> None:
    assert reviews(EMPTY) == [
        date(2026, 1, 12),
        date(2026, 4, 13),
        date(2026, 7, 13),
        date(2026, 10, 12),
    ]


def test_what_is_over_or_there_already_is_not_suggested() -> None:
    assert reviews(replace(EMPTY, today=date(2026, 5, 1))) == [
        date(2026, 7, 13),
        date(2026, 10, 12),
    ]
    day = date(2026, 7, 7)
    own = WheelEvent(lane_id=1, title="Vår", kind=EventKind.REVIEW, start=day, end=day)
    known = replace(EMPTY, occurrences=(Occurrence(own, day, day),))
    assert date(2026, 7, 13) not in reviews(known)
    assert len(reviews(known)) == 3
    assert not suggestions(replace(EMPTY, today=date(2027, 1, 1)))


def test_a_campaign_comes_before_the_season() -> None:
    parts = tuple(
        SeasonPart(Period(Cadence.MONTH, date(2026, month, 1)), height, Quantity(height))
        for month, height in ((9, 0.2), (10, 1.0), (11, -0.4))
    )
    seasonal = replace(EMPTY, season=SeasonRing(Kpi(name="Order"), msg("Order"), parts))
    (campaign,) = [each for each in suggestions(seasonal) if each.kind is EventKind.CAMPAIGN]
    assert campaign.start == date(2026, 9, 7)
    assert campaign.end < date(2026, 10, 5)
    assert campaign.why.values["kpi"] == "Order"
