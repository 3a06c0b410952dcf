"""What a KPI chart shows, as data: the same for the screen and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit


@dataclass(frozen=True, slots=True)
class Point:
    period: Period
    value: float
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """The natural limits of one period, and the centre between them; ``trial`` says that they
    rest on fewer than twelve values, ``stretch`` counts the explained changes before."""

    period: Period
    centre: float
    lower: float
    upper: float
    trial: bool
    stretch: int = 0


@dataclass(frozen=True, slots=True)
class Standout:
    """A period whose value is more than noise: Wheeler's rules that say so, and the side of the
    centre, 1 above and -1 below."""

    period: Period
    rules: tuple[int, ...]
    side: int


@dataclass(frozen=True, slots=True)
class Expected:
    """The forecast of one period with its 50 % and 80 % ranges."""

    period: Period
    value: float
    half: tuple[float, float]
    most: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What happened on a day; with ``rebase`` the limits begin anew there."""

    day: date
    title: str
    rebase: bool = False


@dataclass(frozen=True, slots=True)
class Effort:
    """An activity over its days; ``end`` is ``None`` while it goes on, ``killed`` says that it was
    ended as of no use."""

    title: str
    start: date
    end: date | None = None
    killed: bool = False


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Series of one KPI at one cadence, each in ascending order of period.

    ``last_year`` is shifted to the periods it is compared with. ``target`` is ``None`` without
    a goal; ``band`` holds the limits of a band KPI.  ``sums`` says that each value is the sum of
    its period: such a series stands on zero, and as bars where there is room for them.
    ``target_name`` is what the target's line is called where it is no goal's target.

    ``limits``, ``standouts``, ``expected`` (the periods after the newest), ``occasions`` and
    ``efforts`` are what puts the values in context.  ``original`` and ``original_target`` are the
    plan and target first set, where they have been changed.
    """

    title: str
    unit: Unit
    decimals: int
    cadence: Cadence
    actual: tuple[Point, ...] = ()
    last_year: tuple[Point, ...] = ()
    plan: tuple[Point, ...] = ()
    target: float | None = None
    target_day: date | None = None
    band: tuple[float | None, float | None] | None = None
    sums: bool = False
    target_name: Message | None = None
    limits: tuple[Limits, ...] = ()
    standouts: tuple[Standout, ...] = ()
    expected: tuple[Expected, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    efforts: tuple[Effort, ...] = ()
    original: tuple[Point, ...] = ()
    original_target: float | None = None
