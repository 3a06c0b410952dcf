"""Ready KPIs in the company."""

from __future__ import annotations

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.glossary import Word
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import read_library
from desktop.core.resources import resource
from desktop.qtkit.wording import say
from desktop.services.glossary import delete_word, save_word
from desktop.services.kpis import kpis, save_kpi
from desktop.services.ready_kpis import missing_of, save_ready_kpi, save_ready_kpis, taken
from desktop.services.workspace import Workspace

LIBRARY = read_library(resource("library"))
BY_ID = {ready.id: ready for ready in LIBRARY}
STARTERS = [ready for ready in LIBRARY if ready.starter]


def keys(ws: Workspace) -> set[str]:
    return {kpi.key for kpi in kpis(ws)}


def test_a_ready_kpi_is_saved_as_it_is(ws: Workspace) -> None:
    saved = save_ready_kpi(ws, BY_ID["sales"].kpi(language="da", currency="DKK"), LIBRARY)
    assert (saved.id is not None, saved.name, saved.unit.symbol) == (True, "Omsætning", "DKK")
    assert keys(ws) == {"sales"}


def test_a_formula_brings_its_parts_in_one_step(ws: Workspace) -> None:
    save_ready_kpi(ws, BY_ID["orders"].kpi(language="sv", currency="SEK"), LIBRARY)
    save_ready_kpi(ws, BY_ID["conversion_rate"].kpi(language="sv", currency="SEK"), LIBRARY)
    assert keys(ws) == {"orders", "visits", "conversion_rate"}
    ws.undo()
    assert keys(ws) == {"orders"}


def test_parts_that_are_worked_out_themselves_come_with_theirs(ws: Workspace) -> None:
    save_ready_kpis(ws, [BY_ID["arr"], BY_ID["churn_rate"]], LIBRARY)
    assert keys(ws) == {
        "mrr",
        "arr",
        "churn_rate",
        "cancelled_subscriptions",
        "active_subscriptions",
    }


def test_the_ten_to_begin_with_are_one_step(ws: Workspace) -> None:
    saved = save_ready_kpis(ws, STARTERS, LIBRARY)
    assert len(saved) == len(kpis(ws)) == 10
    assert {kpi.key for kpi in saved} == {ready.id for ready in STARTERS}
    assert missing_of(ws, STARTERS, LIBRARY) == []
    ws.undo()
    assert kpis(ws) == []


def test_of_a_set_only_what_is_missing_is_added(ws: Workspace) -> None:
    own = save_kpi(ws, Kpi(name="Visits", key="visits"))
    saved = save_ready_kpis(ws, STARTERS, LIBRARY)
    assert len(saved) == 9
    assert own in kpis(ws)
    assert save_ready_kpis(ws, STARTERS, LIBRARY) == []


def test_a_kpi_with_the_librarys_name_is_that_kpi(ws: Workspace) -> None:
    own = save_kpi(ws, Kpi(name=BY_ID["orders"].names["en"].upper(), key="antal"))
    assert taken(ws, LIBRARY) == {"orders": own}
    rate = save_ready_kpi(ws, BY_ID["conversion_rate"].kpi(language="sv", currency="SEK"), LIBRARY)
    assert rate.formula == "antal / visits"
    assert keys(ws) == {"antal", "visits", "conversion_rate"}


def test_an_archived_kpi_is_there_already(ws: Workspace) -> None:
    save_kpi(ws, Kpi(name="Old sales", key="sales", archived=True))
    assert set(taken(ws, LIBRARY)) == {"sales"}


def test_a_ready_kpi_whose_name_is_an_own_word_is_refused_with_its_whole_set(
    ws: Workspace,
) -> None:
    own = save_word(ws, Word(name="conversion RATE"))
    with pytest.raises(NotAllowed) as refused:
        save_ready_kpis(ws, STARTERS, LIBRARY)
    assert say(refused.value.message).startswith("“Conversion rate” is in the glossary as a word")
    assert kpis(ws) == []
    delete_word(ws, own.id or 0)
    assert len(save_ready_kpis(ws, STARTERS, LIBRARY)) == 10
