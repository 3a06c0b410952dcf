"""The KPI: a lasting measure of how the business runs."""

from __future__ import annotations

from enum import StrEnum

from desktop.core.period import Cadence
from desktop.core.record import record
from desktop.core.unit import Quantity, Unit


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"  # inside band_low..band_high


class AddUp(StrEnum):
    """How the values of finer periods make the value of a coarser one."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"


class Phase(StrEnum):
    """The user journey."""

    AWARENESS = "awareness"
    ENGAGEMENT = "engagement"
    CONVERSION = "conversion"


class Perspective(StrEnum):
    """The balanced scorecard."""

    FINANCIAL = "financial"
    CUSTOMER = "customer"
    PROCESS = "process"
    LEARNING = "learning"


class Function(StrEnum):
    """The part of the company whose work a KPI shows."""

    MARKETING = "marketing"
    SALES = "sales"
    SUPPORT = "support"
    FINANCE = "finance"
    OPERATIONS = "operations"
    PEOPLE = "people"


@record(frozen=True, slots=True, kw_only=True)
class Kpi:
    """A KPI.  With a ``formula`` (``orders / visits`` over KPI keys) it has no values of its own:
    its parts are added up first and the formula is applied to the sums."""

    id: int | None = None
    key: str = ""  # the short name that formulas use; unique, made from the name when empty
    name: str
    definition: str = ""  # exactly what is counted
    unit: Unit = Unit()
    decimals: int = 0
    better: Better = Better.HIGHER
    band_low: float | None = None
    band_high: float | None = None
    cadence: Cadence = Cadence.MONTH
    add_up: AddUp = AddUp.SUM
    formula: str = ""
    leading: bool = False
    phase: Phase | None = None
    perspective: Perspective | None = None
    owner_id: int | None = None
    source: str = ""  # the system that the numbers come from
    parent_id: int | None = None
    capacity: float | None = None
    capacity_owner_id: int | None = None
    archived: bool = False
    audience: str = ""  # who it is for, and who takes part
    source_place: str = ""  # where in the source system: the report, the menu, the list
    conclude_stop: str = ""  # what the KPI has taught us: what to stop,
    conclude_start: str = ""  # to start,
    conclude_continue: str = ""  # to go on with,
    conclude_more: str = ""  # to do more of,
    conclude_less: str = ""  # and less of

    @property
    def sums(self) -> bool:
        """Whether the value of a longer period is the sum of its parts."""
        return self.add_up is AddUp.SUM and not self.formula

    def quantity(self, value: float, *, signed: bool = False) -> Quantity:
        """A value with this KPI's unit and decimals."""
        return Quantity(value, self.unit, self.decimals, signed)
