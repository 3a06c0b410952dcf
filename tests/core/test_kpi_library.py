"""The ready KPIs: complete in every language, and usable as they are."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from desktop.core.formula import check, keys_of
from desktop.core.kpi import Better, Perspective, Phase
from desktop.core.kpi_library import LANGUAGES, read_library
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "library"
LIBRARY = read_library(FOLDER)
BY_ID = {ready.id: ready for ready in LIBRARY}


def test_the_usual_kpis_are_there():
    assert len(LIBRARY) >= 24
    assert {"sales", "orders", "visits", "leads", "ad_cost", "cash_balance", "nps"} <= set(BY_ID)


@pytest.mark.parametrize("ready", LIBRARY, ids=lambda ready: ready.id)
def test_a_ready_kpi_is_complete_in_every_language(ready):
    for language in LANGUAGES:
        assert ready.names[language]
        assert ready.definitions[language].endswith(".")
        assert ready.sources[language]
        assert len(ready.synonyms[language]) >= 3
        assert ready.names[language] not in ready.synonyms[language]
        assert bool(ready.units[language]) == (ready.unit is UnitKind.OWN)
    assert set(ready.all_names()) >= {"NPS"} or ready.id != "nps"


def test_no_name_means_two_things():
    for one, other in combinations(LIBRARY, 2):
        for language in LANGUAGES:
            names = [
                {name.casefold() for name in (ready.names[language], *ready.synonyms[language])}
                for ready in (one, other)
            ]
            assert names[0] & names[1] == set(), (one.id, other.id, language)


@pytest.mark.parametrize("ready", [r for r in LIBRARY if r.formula], ids=lambda ready: ready.id)
def test_a_formula_is_over_other_ready_kpis(ready):
    formulas = {other.id: other.formula for other in LIBRARY}
    assert check(ready.formula, key=ready.id, formulas=formulas) is None
    assert all(BY_ID[key].cadence is ready.cadence for key in keys_of(ready.formula))


def test_a_kpi_of_the_companys_own():
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
    orders = BY_ID["orders"].kpi(language="da", currency="DKK")
    assert orders.unit == Unit(UnitKind.OWN, "ordrer")
    rate = BY_ID["conversion_rate"].kpi(language="en", currency="EUR")
    assert (rate.unit, rate.formula) == (Unit(UnitKind.PERCENT), "orders / visits")
    assert BY_ID["response_time"].kpi(language="en", currency="EUR").better is Better.LOWER
    assert BY_ID["profit"].phase is None


def test_a_folder_without_files_and_a_file_without_kpis(tmp_path):
    assert read_library(tmp_path) == ()
    (tmp_path / "goals.toml").write_text("[goal]\n", "utf-8")
    assert read_library(tmp_path) == ()
