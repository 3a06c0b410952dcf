"""The ready KPIs: complete in every language, usable as they are, and no two alike."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from desktop.core.formula import check, evaluate, keys_of
from desktop.core.kpi import Better, Function, Perspective, Phase
from desktop.core.kpi_library import LANGUAGES, ReadyKpi, read_library
from desktop.core.period import Cadence
from desktop.core.ready_kpi_search import folded
from desktop.core.unit import Unit, UnitKind

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "library"
LIBRARY = read_library(FOLDER)
BY_ID = {ready.id: ready for ready in LIBRARY}
WORKED_OUT = [ready for ready in LIBRARY if ready.formula]
STARTERS = sorted((ready for ready in LIBRARY if ready.starter), key=lambda ready: ready.starter)


def by_id(ready: ReadyKpi) -> str:
    return ready.id


def test_there_are_many_and_the_usual_ones_among_them() -> None:
    assert len(LIBRARY) >= 80
    assert {"sales", "orders", "visits", "leads", "ad_cost", "cash_balance", "nps"} <= set(BY_ID)
    assert {"utilisation", "seat_occupancy", "first_time_fix", "churn_rate"} <= set(BY_ID)


def test_every_phase_perspective_and_function_has_several() -> None:
    for phase in Phase:
        kinds = [ready.leading for ready in LIBRARY if ready.phase is phase]
        assert min(kinds.count(True), kinds.count(False)) >= 3, phase
    for perspective in Perspective:
        assert sum(ready.perspective is perspective for ready in LIBRARY) >= 10, perspective
    for function in Function:
        assert sum(ready.function is function for ready in LIBRARY) >= 10, function


@pytest.mark.parametrize("ready", LIBRARY, ids=by_id)
def test_a_ready_kpi_is_complete_in_every_language(ready: ReadyKpi) -> None:
    for language in LANGUAGES:
        name, names = ready.names[language], ready.synonyms[language]
        assert len(name) <= 50
        assert ready.definitions[language].endswith(".")
        assert ready.definitions[language] != name
        assert ready.sources[language]
        assert bool(ready.places[language]) is not bool(ready.formula)
        assert ready.places[language].endswith(".") or ready.formula
        assert len(names) >= 3
        alike = {folded(each) for each in (name, *names)}
        assert len(alike) == 1 + len(names), "a name that is there twice"
        assert bool(ready.units[language]) is (ready.unit is UnitKind.OWN)


def test_the_languages_are_not_copies_of_each_other() -> None:
    for one, other in (("sv", "da"), ("sv", "en"), ("da", "en")):
        for ready in LIBRARY:
            assert ready.definitions[one] != ready.definitions[other], ready.id


def test_no_name_means_two_things_in_any_language() -> None:
    """The importer knows a column by its name whatever the language of the file."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for ready in LIBRARY:
        for name in ready.all_names():
            meanings[" ".join(name.casefold().split())].add(ready.id)
    assert {name: ids for name, ids in meanings.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("ready", WORKED_OUT, ids=by_id)
def test_a_formula_is_over_other_ready_kpis(ready: ReadyKpi) -> None:
    formulas = {other.id: other.formula for other in LIBRARY}
    assert check(ready.formula, key=ready.id, formulas=formulas) is None
    for key in keys_of(ready.formula):
        assert BY_ID[key].cadence.fineness <= ready.cadence.fineness, key


@pytest.mark.parametrize("ready", WORKED_OUT, ids=by_id)
def test_the_units_of_a_formula_fit(ready: ReadyKpi) -> None:
    """In another currency only money is other figures, and counted in dozens no share is."""
    parts = keys_of(ready.formula)
    values: dict[str, float | None] = {key: 5.0 + 2 * place for place, key in enumerate(parts)}
    value = evaluate(ready.formula, values)
    assert value

    def times(kind: UnitKind, factor: float) -> float:
        other = {k: (v or 0) * (factor if BY_ID[k].unit is kind else 1) for k, v in values.items()}
        return (evaluate(ready.formula, other) or 0) / value

    assert not {BY_ID[key].unit for key in parts} - {UnitKind.CURRENCY, UnitKind.OWN}
    money = times(UnitKind.CURRENCY, 7)
    assert money == pytest.approx(7 if ready.unit is UnitKind.CURRENCY else 1)
    if ready.unit in (UnitKind.PERCENT, UnitKind.NUMBER):
        assert times(UnitKind.OWN, 7) == pytest.approx(1)


@pytest.mark.parametrize("ready", WORKED_OUT, ids=by_id)
def test_a_formula_does_not_mix_what_is_good(ready: ReadyKpi) -> None:
    """A share of what is better low is better low itself."""
    first = BY_ID[keys_of(ready.formula)[0]]
    if ready.unit is UnitKind.PERCENT and ready.formula.startswith(first.id):
        assert ready.better is first.better


def test_the_set_to_begin_with() -> None:
    assert [ready.starter for ready in STARTERS] == list(range(1, 11))
    for phase in Phase:
        kinds = [ready.leading for ready in STARTERS if ready.phase is phase]
        assert 3 <= len(kinds) <= 4
        assert set(kinds) == {True, False}, phase
    ids = {ready.id for ready in STARTERS}
    assert all(set(keys_of(ready.formula)) <= ids for ready in STARTERS if ready.formula)


def test_a_kpi_of_the_companys_own() -> None:
    sales = BY_ID["sales"].kpi(language="sv", currency="SEK")
    assert (sales.key, sales.name, sales.unit) == (
        "sales",
        "Försäljning",
        Unit(UnitKind.CURRENCY, "SEK"),
    )
    assert (sales.cadence, sales.phase, sales.perspective, sales.leading) == (
        Cadence.MONTH,
        Phase.CONVERSION,
        Perspective.FINANCIAL,
        False,
    )
    assert "resultatrapporten" in sales.source_place
    orders = BY_ID["orders"].kpi(language="da", currency="DKK")
    assert orders.unit == Unit(UnitKind.OWN, "ordrer")
    rate = BY_ID["conversion_rate"].kpi(language="en", currency="EUR")
    assert (rate.unit, rate.formula) == (Unit(UnitKind.PERCENT), "orders / visits")
    assert BY_ID["response_time"].kpi(language="en", currency="EUR").better is Better.LOWER
    assert BY_ID["profit"].phase is None


def test_other_names_of_languages_that_the_app_does_not_speak() -> None:
    assert {"Umsatz", "Ventas", "Omsetning", "Omsætning"} <= set(BY_ID["sales"].all_names())
