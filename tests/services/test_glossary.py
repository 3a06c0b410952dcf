"""The glossary and the card of a KPI, over a company file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.company import Person
from desktop.core.faults import NotAllowed
from desktop.core.glossary import Word
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.kpi_words import better_in_words, formula_in_words, unit_in_words
from desktop.core.message import msg
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import say
from desktop.services.company import save_person
from desktop.services.glossary import delete_word, glossary, save_word, word, words
from desktop.services.goals import save_goal_whole, set_state
from desktop.services.kpi_cards import read_card
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.store.glossary_table import WORDS


def said(value):
    return value if isinstance(value, str) else say(value)


def card(ws: Workspace, kpi: Kpi) -> dict[str, dict[str, str]]:
    """Section, label, value; what is missing in brackets."""
    return {
        say(section.title): {
            say(row.label): f"({said(row.value)})" if row.missing else str(said(row.value))
            for row in section.rows
        }
        for section in read_card(ws, kpi.id or 0)
    }


@pytest.fixture
def orders(ws: Workspace) -> Kpi:
    return save_kpi(
        ws,
        Kpi(
            name="Orders",
            definition="Paid orders",
            source="Shop",
            source_place="Reports, Orders by month",
            audience="The sales meeting",
            conclude_stop="Discounts in January",
            conclude_less="Print",
        ),
    )


@pytest.fixture
def rate(ws: Workspace, orders: Kpi) -> Kpi:
    save_kpi(ws, Kpi(name="Visits", parent_id=orders.id))
    unit = Unit(UnitKind.PERCENT)
    return save_kpi(ws, Kpi(name="Conversion", unit=unit, formula="orders/visits"))


def test_the_glossary_has_kpis_and_own_words(ws: Workspace, rate: Kpi) -> None:
    save_kpi(ws, Kpi(name="Old one", archived=True))
    customer = save_word(ws, Word(name=" A  customer ", definition="Has bought\n"))
    assert customer.name == "A customer"
    by_name = {entry.name: entry for entry in glossary(ws)}
    assert set(by_name) == {"Orders", "Visits", "Conversion", "A customer"}
    assert [say(fact) for fact in by_name["Conversion"].facts] == [
        "Formula: Orders ÷ Visits",
        "Unit: Percent",
    ]
    assert by_name["Orders"].source == "Shop, Reports, Orders by month"
    assert by_name["Orders"].holds(["paid", "reports"])
    assert not by_name["Orders"].holds(["paid", "lost"])
    assert by_name["A customer"].facts == ()
    assert by_name["A customer"].word_id == customer.id


def test_a_word_means_one_thing(ws: Workspace, orders: Kpi) -> None:
    lead = save_word(ws, Word(name="Lead"))
    for name in ("lead", "ORDERS", " "):
        with pytest.raises(NotAllowed):
            save_word(ws, Word(name=name))
    assert save_word(ws, replace(lead, name="LEAD", definition="Has asked")).id == lead.id
    assert [each.definition for each in words(ws)] == ["Has asked"]
    assert word(ws, lead.id or 0).name == "LEAD"
    delete_word(ws, lead.id or 0)
    delete_word(ws, lead.id or 0)
    with pytest.raises(NotAllowed):
        word(ws, lead.id or 0)
    ws.undo()
    assert [each.name for each in words(ws)] == ["LEAD"]


def test_no_kpi_takes_the_name_of_an_own_word(ws: Workspace, orders: Kpi) -> None:
    """New, renamed or brought back from the archive; what it is called already may stay."""
    save_word(ws, Word(name="New  customer", definition="Has not bought before."))
    before = ws.undo_label
    for kpi in (Kpi(name="new customer "), replace(orders, name="New Customer")):
        with pytest.raises(NotAllowed, match="is in the glossary as a word of its own"):
            save_kpi(ws, kpi)
    assert ws.undo_label == before
    archived = save_kpi(ws, replace(orders, name="New customer", archived=True))
    with pytest.raises(NotAllowed, match="a word means one thing"):
        save_kpi(ws, replace(archived, archived=False))
    (own,) = words(ws)
    delete_word(ws, own.id or 0)
    brought_back = save_kpi(ws, replace(archived, archived=False))
    assert save_kpi(ws, replace(brought_back, definition="Paid once")).definition == "Paid once"


def test_a_kpi_of_an_older_file_that_shares_a_words_name_can_still_be_changed(
    ws: Workspace, orders: Kpi
) -> None:
    own = save_word(ws, Word(name="Order"))
    with ws.action(msg("As an older version left it")):
        WORDS.save(ws.connection, replace(own, name="orders"))
    assert save_kpi(ws, replace(orders, definition="Paid")).definition == "Paid"


def test_the_card_says_who_why_what_how_and_what_it_taught(ws: Workspace, rate: Kpi) -> None:
    eva = save_person(ws, Person(name="Eva"))
    orders = next(k for k in _kpis(ws) if k.key == "orders")
    orders = save_kpi(ws, replace(orders, owner_id=eva.id, capacity=40.0, capacity_owner_id=eva.id))
    goal = save_goal_whole(
        ws,
        Goal(statement="Sell more", start=date(2026, 1, 1), state=GoalState.ACTIVE),
        [KeyResult(goal_id=0, kpi_id=orders.id, target=5.0)],
        [],
        {},
    )
    found = card(ws, orders)
    assert list(found) == ["Who", "Why", "What", "How", "Conclusions"]
    assert found["Who"]["Owner"] == "Eva"
    assert found["Who"]["For whom"] == "The sales meeting"
    assert found["Why"] == {"Goals": "Sell more", "Used by": "Conversion", "Its parts": "Visits"}
    assert found["What"]["Definition"] == "Paid orders"
    assert found["How"]["Where in it"] == "Reports, Orders by month"
    assert found["Conclusions"] == {"Stop doing": "Discounts in January", "Do less of": "Print"}
    set_state(ws, goal.id or 0, GoalState.DROPPED)
    assert card(ws, orders)["Why"]["Goals"] == "(No goal uses it now)"
    assert card(ws, orders)["Why"]["Earlier goals"] == "Sell more"


def _kpis(ws: Workspace) -> list[Kpi]:
    from desktop.services.kpis import kpis

    return kpis(ws)


def test_what_nobody_has_written_is_asked_for(ws: Workspace) -> None:
    found = card(ws, save_kpi(ws, Kpi(name="Bare")))
    assert found["Who"] == {"Owner": "(Nobody yet)", "For whom": "(Not written yet)"}
    assert found["What"]["Definition"] == "(Not written yet)"
    assert found["How"]["Source"] == "(Not written yet)"
    assert found["Conclusions"] == {"What it has taught us": "(Nothing written yet)"}


def test_a_formula_needs_no_source(ws: Workspace, rate: Kpi) -> None:
    found = card(ws, rate)
    assert found["What"]["Formula"] == "Orders ÷ Visits"
    assert found["What"]["Adds up by"] == "The parts first, then the formula"
    assert found["How"]["Source"] == "Worked out from its parts"


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("a/b", "Alfa ÷ b"),
        ("(a-1e3)*-a", "(Alfa − 1e3) × − Alfa"),
        ("a_b + a", "a_b + Alfa"),
        ("a × 2.5", "Alfa × 2.5"),
    ],
)
def test_a_formula_is_written_with_names(formula: str, words: str) -> None:
    assert formula_in_words(formula, {"a": "Alfa", "e3": "Wrong"}) == words


def test_units_and_bands_in_words() -> None:
    assert said(unit_in_words(Unit(UnitKind.CURRENCY, "DKK"))) == "DKK"
    assert said(unit_in_words(Unit(UnitKind.DURATION))) == "Duration"
    band = Kpi(name="Stock", better=Better.BAND, band_low=6.0, band_high=10.0)
    assert say(better_in_words(band)) == "From 6 to 10"
    assert say(better_in_words(replace(band, band_low=None))) == "At most 10"
    assert say(better_in_words(replace(band, band_high=None))) == "At least 6"
    assert say(better_in_words(replace(band, better=Better.LOWER))) == "Lower is better"
