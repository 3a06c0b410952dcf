"""A KPI of the company's own, proposed for a column that feeds none yet."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.kpi import AddUp, Better, Kpi, Phase
from desktop.core.kpi_library import ReadyKpi
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.matching.suggestion import Known
from desktop.importing.tables.recognition import Column, PeriodAxis, Table
from desktop.importing.tables.shape import undated
from desktop.importing.tables.units import is_money
from desktop.importing.values.stamps import Grain
from desktop.importing.values.words import LOWER, TOTALS, word_set, words_of

_INCOME = word_set("sales sale försäljning salg omsättning omsætning revenue intäkter income net")
_PHASES = {
    Phase.AWARENESS: word_set(
        """
        impressions impression visningar visninger views reach räckvidd rækkevidde followers följare
        følgere clicks klick klik ctr cpc cpm ads annons annonser annoncer visits visit besök besøg
        sessions sessioner users användare brugere visitors besökare besøgende traffic trafik
        """
    ),
    Phase.ENGAGEMENT: word_set(
        """
        subscribers prenumeranter abonnenter opens open öppningar åbninger engagement interactions
        comments kommentarer likes gilla shares delningar delinger downloads leads lead signups
        anmälningar tilmeldinger bounce bounces unsubscribes newsletter nyhetsbrev nyhedsbrev
        tickets ärenden sager satisfaction nöjdhet tilfredshed
        """
    ),
    Phase.CONVERSION: word_set(
        """
        orders order ordrar ordrer sales försäljning salg omsättning omsætning revenue conversion
        conversions konvertering konverteringar konverteringer purchases köp køb customers kunder
        deals affärer aftaler refunds returns returer returneringer checkout cart basket
        """
    ),
}
_WAITS = word_set(
    """
    reply response wait waiting resolution handling latency svarstid svartid responstid ledtid
    väntetid ventetid handläggningstid sagsbehandlingstid lösningstid antwortzeit wartezeit
    """
)
_LEADING = (Phase.AWARENESS, Phase.ENGAGEMENT)
_MOST_AS_FRACTIONS = 1.5  # no share is larger on the average
_POSITIVE = word_set("sales net_sales revenue returns ad_cost personnel_cost email_revenue")
"""Ready KPIs whose figures are positive, however a ledger writes them."""


def propose_kpi(column: Column, table: Table, name: str, currency: str) -> Kpi:
    """Name, unit, decimals, cadence, better, adding up, phase and whether it leads, as far as the
    column shows them."""
    unit = column.unit or Unit()
    if column.unit is None and _is_money(column.name) and not _names_currencies(table):
        unit = Unit(UnitKind.CURRENCY, currency)
    phase = phase_of(column.name)
    return Kpi(
        name=name,
        unit=unit,
        decimals=_decimals(column, unit),
        better=column.better or better_of(column.name),
        cadence=cadence_of(table.period),
        add_up=column.add_up,
        leading=phase in _LEADING,
        phase=phase,
        source=undated(table.title),
    )


def phase_of(name: str) -> Phase | None:
    """Where on the customer's way a measure belongs, by the last of its words that tells."""
    for word in reversed(words_of(name)):
        for phase, known in _PHASES.items():
            if word in known:
                return phase
    return None


def _is_money(name: str) -> bool:
    """Whether a name speaks of money: ``Total sales`` does, ``Total recipients`` and ``Total``
    alone do not."""
    words = [word for word in words_of(name) if word not in TOTALS | {"value", "värde"}]
    return is_money(" ".join(words))


def _names_currencies(table: Table) -> bool:
    """Whether the file tells currencies itself, so that the company's own is not assumed."""
    return any(
        column.currency_column is not None
        or (column.unit is not None and column.unit.kind is UnitKind.CURRENCY)
        for column in table.columns
    )


def ready_kpi(ready: ReadyKpi, column: Column, table: Table, known: Known) -> Kpi:
    """The library's KPI, at a cadence that the table can feed and in the file's own currency."""
    kpi = ready.kpi(language=known.language, currency=known.currency)
    cadence = kpi.cadence
    if table.period is not None and table.period.cadence not in (Grain.DAY, Grain.HOUR):
        cadence = table.period.cadence.cadence
    unit = kpi.unit
    if kpi.unit.kind is UnitKind.CURRENCY and column.unit is not None:
        unit = column.unit if column.unit.kind is UnitKind.CURRENCY else kpi.unit
    return replace(kpi, cadence=cadence, unit=unit)


def propose_ratio(ready: ReadyKpi, column: Column, table: Table, known: Known) -> Kpi:
    """The library's KPI with values of its own, from a file that has both of its parts."""
    kpi = ready_kpi(ready, column, table, known)
    return replace(kpi, key="", formula="")


def cadence_of(period: PeriodAxis | None) -> Cadence:
    """The table's own cadence; a month for things that happen on a day now and then."""
    if period is None or (period.cadence in (Grain.DAY, Grain.HOUR) and not period.dense):
        return Cadence.MONTH
    return period.cadence.cadence


def is_wait(name: str) -> bool:
    """Whether somebody waits for as long as the figure says: such times are never added up."""
    return bool(_WAITS.intersection(words_of(name)))


def better_of(name: str) -> Better:
    """Lower for costs, returns, complaints and the like; not for sales with a tax rate."""
    words = set(words_of(name))
    if words & _WAITS:
        return Better.LOWER
    return Better.LOWER if words & LOWER and not words & _INCOME else Better.HIGHER


def _decimals(column: Column, unit: Unit) -> int:
    if unit.kind is UnitKind.PERCENT:
        return 1
    if unit.kind in (UnitKind.CURRENCY, UnitKind.DURATION):
        return 2 if column.add_up is AddUp.MEAN else 0
    numbers = [n for n in (column.sum, column.first, column.last) if isinstance(n, float)]
    whole = all(number.is_integer() for number in numbers)
    return 0 if whole and column.add_up is not AddUp.MEAN else 2


def written_as(column: Column, kpi: Kpi) -> tuple[int, float]:
    """The sign and the factor that make the file's figures the KPI's.

    Income that a ledger writes as negative becomes positive, and so does a cost: of costs below
    zero the higher would be the better.  Lines of accounts have the sign of their kind already.
    """
    negative = column.sum is not None and column.sum < 0 and column.better is None
    is_cost = kpi.better is Better.LOWER and kpi.unit.kind is UnitKind.CURRENCY
    turned = negative and (kpi.key in _POSITIVE or is_cost)
    return (-1 if turned else 1), thousands_factor(column, kpi)


def is_in_percent(column: Column, kpi: Kpi) -> bool:
    """Whether bare figures such as 45 are a percent KPI's 45 %, and no fractions."""
    if kpi.unit.kind is not UnitKind.PERCENT or column.unit is not None or not column.sum:
        return False
    return abs(column.sum) > _MOST_AS_FRACTIONS * column.count


def thousands_factor(column: Column, kpi: Kpi) -> float:
    """What makes ``tkr`` or ``MSEK`` the money that the KPI counts."""
    if kpi.unit.kind is not UnitKind.CURRENCY or column.unit is None:
        return 1.0
    if column.unit.kind is not UnitKind.OWN:
        return 1.0
    symbol = column.unit.symbol.casefold().strip("€£$ ")
    if symbol.startswith(("t", "k")) and symbol not in ("kr", "kr."):
        return 1e3
    return 1e6 if symbol.startswith("m") or symbol.endswith(("m", "mn", "mio")) else 1.0


def refitted(kpi: Kpi, rule: Rule) -> Kpi:
    """A new KPI after somebody has chosen how its values come about: counts are whole numbers of
    no currency, ratios show decimals, and neither a ratio nor a mean adds up over periods."""
    match rule.add_up:
        case Gather.COUNT | Gather.DISTINCT:
            money = kpi.unit.kind in (UnitKind.CURRENCY, UnitKind.PERCENT, UnitKind.DURATION)
            unit = Unit() if money else kpi.unit
            add_up = AddUp.SUM if rule.add_up is Gather.COUNT else AddUp.MEAN
            return replace(kpi, unit=unit, decimals=0, add_up=add_up)
        case Gather.RATIO | Gather.MEAN:
            return replace(kpi, decimals=max(kpi.decimals, 2), add_up=AddUp.MEAN)
        case Gather.LAST:
            return replace(kpi, add_up=AddUp.LAST)
        case _:
            return replace(kpi, add_up=AddUp.SUM)
