"""The sample company's owners and KPIs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.core.company import Person
from desktop.core.glossary import Word
from desktop.core.kpi import AddUp, Better, Kpi, Perspective, Phase
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.services.company import save_person
from desktop.services.demo_words import DemoWords
from desktop.services.glossary import save_word
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace

_OWNERS = ("management", "marketing", "warehouse", "service")


def add_owners(ws: Workspace, words: DemoWords) -> dict[str, int]:
    """The teams' ids by their names in :class:`DemoWords`."""
    saved = {name: save_person(ws, Person(name=words(name), team=True)) for name in _OWNERS}
    return {name: person.id or 0 for name, person in saved.items()}


def add_words(ws: Workspace, words: DemoWords) -> None:
    """Two words of the company's own for the glossary."""
    for name in ("customer", "winter"):
        save_word(ws, Word(name=words(name), definition=words(f"{name}_what")))


def add_kpis(ws: Workspace, words: DemoWords, owners: dict[str, int]) -> dict[str, Kpi]:
    """The KPIs by their names in :class:`DemoWords`, which are their keys in formulas too."""
    return {
        name: save_kpi(
            ws,
            replace(
                kpi,
                key=name,
                name=words(name),
                definition=words(f"{name}_what"),
                owner_id=owners[owner],
            ),
        )
        for name, owner, kpi in _kpis(words)
    }


def _kpis(words: DemoWords) -> Iterator[tuple[str, str, Kpi]]:
    """Name, owner, KPI."""
    money = Unit(UnitKind.CURRENCY, words.currency)
    ledger = Kpi(name="", unit=money, source=words("accounts"), perspective=Perspective.FINANCIAL)
    yield "sales", "management", replace(ledger, phase=Phase.CONVERSION)
    yield "goods", "management", replace(ledger, better=Better.LOWER)
    yield (
        "advertising",
        "marketing",
        replace(ledger, better=Better.LOWER, phase=Phase.AWARENESS, leading=True),
    )
    share = Kpi(name="", unit=Unit(UnitKind.PERCENT), decimals=1)
    yield (
        "margin",
        "management",
        replace(share, formula="(sales - goods) / sales", perspective=Perspective.FINANCIAL),
    )
    yield from _shop_kpis(words, share)
    yield from _three_steps(words, replace(ledger, source=""))
    yield from _weekly_kpis(words, share)
    yield (
        "readers",
        "marketing",
        Kpi(
            name="",
            unit=Unit(UnitKind.OWN, words("readers_unit")),
            add_up=AddUp.LAST,
            source=words("letter"),
            phase=Phase.ENGAGEMENT,
            perspective=Perspective.CUSTOMER,
            leading=True,
        ),
    )


def _shop_kpis(words: DemoWords, share: Kpi) -> Iterator[tuple[str, str, Kpi]]:
    yield (
        "visits",
        "marketing",
        Kpi(
            name="",
            unit=Unit(UnitKind.OWN, words("visits_unit")),
            cadence=Cadence.DAY,
            source=words("analytics"),
            source_place=words("visits_place"),
            phase=Phase.AWARENESS,
            leading=True,
        ),
    )
    yield (
        "orders",
        "management",
        Kpi(
            name="",
            unit=Unit(UnitKind.OWN, words("orders_unit")),
            cadence=Cadence.DAY,
            source=words("shop"),
            source_place=words("orders_place"),
            phase=Phase.CONVERSION,
            perspective=Perspective.CUSTOMER,
        ),
    )
    yield (
        "conversion",
        "marketing",
        replace(
            share,
            decimals=2,
            formula="orders / visits",
            audience=words("conversion_for"),
            conclude_stop=words("conversion_stop"),
            conclude_continue=words("conversion_continue"),
            conclude_more=words("conversion_more"),
            phase=Phase.CONVERSION,
            perspective=Perspective.CUSTOMER,
            leading=True,
        ),
    )


def _three_steps(words: DemoWords, money: Kpi) -> Iterator[tuple[str, str, Kpi]]:
    """Sales as visits × conversion × order value, so that each step's share of a change is seen."""
    decimals = 2 if words.order_value < 100 else 0  # 39.00 euro, but 429 kronor
    yield (
        "order_value",
        "management",
        replace(money, formula="sales / orders", decimals=decimals, phase=Phase.CONVERSION),
    )
    yield (
        "revenue",
        "management",
        replace(
            money,
            formula="visits * conversion * order_value",
            audience=words("revenue_for"),
            phase=Phase.CONVERSION,
        ),
    )


def _weekly_kpis(words: DemoWords, share: Kpi) -> Iterator[tuple[str, str, Kpi]]:
    weekly = Kpi(
        name="",
        decimals=1,
        cadence=Cadence.WEEK,
        add_up=AddUp.MEAN,
        source=words("report"),
        perspective=Perspective.PROCESS,
        leading=True,
    )
    yield (
        "delivery",
        "warehouse",
        replace(weekly, unit=Unit(UnitKind.OWN, words("days_unit")), better=Better.LOWER),
    )
    yield (
        "stock",
        "warehouse",
        replace(
            weekly,
            unit=Unit(UnitKind.OWN, words("weeks_unit")),
            better=Better.BAND,
            band_low=6.0,
            band_high=10.0,
            add_up=AddUp.LAST,
        ),
    )
    yield (
        "returning",
        "service",
        replace(
            weekly,
            unit=share.unit,
            phase=Phase.ENGAGEMENT,
            perspective=Perspective.CUSTOMER,
            leading=False,
        ),
    )
