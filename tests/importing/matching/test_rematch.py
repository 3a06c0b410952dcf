"""Remembered columns are found again, asked about, or missed; never mistaken in silence."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.period import Cadence
from desktop.importing.cells import Sheet, Value, Workbook
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Rule
from desktop.importing.matching.memory import Memory, memory_of
from desktop.importing.matching.noted import changes_since
from desktop.importing.matching.recall import recall
from desktop.importing.matching.rematch import LEFT_OUT, Rematch, is_given_up, rematch
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Table

Columns = dict[str, list[Value]]
MONTHS: list[Value] = [date(2026, month, 1) for month in range(1, 7)]
SALES: Columns = {
    "Month": MONTHS,
    "Orders": [11.0, 12.0, 14.0, 13.0, 15.0, 16.0],
    "Sales": [1100.0, 1250.0, 1390.0, 1310.0, 1520.0, 1660.0],
    "Refunds": [21.0, 32.0, 43.0, 24.0, 35.0, 26.0],
}


def workbook(columns: Columns, *, name: str = "report.csv") -> Workbook:
    cells: list[list[Value]] = [[head, *values] for head, values in columns.items()]
    height = len(cells[0])
    sheet = Sheet("", cells, range(1, height + 1), range(1, len(cells) + 1))
    return Workbook(name, "text", [sheet])


def table(columns: Columns) -> Table:
    (found,) = recognise(workbook(columns), today=date(2026, 11, 24)).tables
    return found


def memory(columns: Columns, *fed: str) -> Memory:
    rules = [Rule(number, None, name) for number, name in enumerate(fed, 1)]
    return memory_of(table(columns), rules, {}, "report.csv")


def renamed(columns: Columns, **names: str) -> Columns:
    return {names.get(name, name): values for name, values in columns.items()}


def matched(then: Columns, now: Columns, *fed: str, **answers: str) -> Rematch:
    return rematch(table(now), memory(then, *fed), answers, where="")


def columns_of(found: Rematch) -> list[str]:
    return [rule.column for rule in found.mapping.rules]


def said(then: Columns, now: Columns, *fed: str) -> list[str]:
    remembered = memory(then, *fed)
    today = table(now)
    found = rematch(today, remembered, {}, where="")
    notes = changes_since(today, remembered, found)
    return [note.message.text for note in notes]


def test_order_spelling_and_new_columns_do_not_matter() -> None:
    now: Columns = {"Tips": [1.0, 2.0, 1.0, 3.0, 2.0, 2.5]}
    now |= {"sales ": SALES["Sales"], "Month": MONTHS, "ORDERS": SALES["Orders"]}
    found = matched(SALES, now, "Sales", "Orders")
    assert columns_of(found) == ["sales", "ORDERS"]
    assert not found.renamed
    assert not found.lost
    assert said(SALES, now, "Sales", "Orders") == [
        "New in the file, and feeding no KPI: {names}.",
        "No longer in the file, and not missed: {names}.",
    ]


def test_a_column_with_a_like_name_in_the_same_place_is_taken_and_told() -> None:
    found = matched(SALES, renamed(SALES, Sales="Net sales"), "Sales")
    assert columns_of(found) == ["Net sales"]
    assert found.renamed == (("Sales", "Net sales"),)
    assert not found.questions


def test_an_unlike_name_in_the_same_place_is_asked_about() -> None:
    now = renamed(SALES, Sales="Turnover")
    found = matched(SALES, now, "Sales")
    (question,) = found.questions
    assert [key for key, _ in question.options] == ["Turnover", "-"]
    assert "Sales" in found.lost
    answered = matched(SALES, now, "Sales", **{question.id: "Turnover"})
    assert columns_of(answered) == ["Turnover"]
    assert not answered.lost
    given_up = matched(SALES, now, "Sales", **{question.id: "-"})
    assert not given_up.questions
    assert "Sales" in given_up.lost


@pytest.mark.parametrize("where", ["", "Sheet1"])
def test_giving_up_a_column_gives_up_no_other_with_a_longer_name(where: str) -> None:
    then = SALES | {"Net Sales": [9.0, 8.0, 9.5, 9.0, 8.0, 7.0]}
    now = renamed(then, Sales="Turnover")
    (question,) = rematch(table(now), memory(then, "Sales"), {}, where=where).questions
    assert is_given_up("Sales", {question.id: LEFT_OUT})
    assert not is_given_up("Sales", {question.id: "Turnover"})
    assert not is_given_up("Sales", {question.id.replace("Sales", "Net Sales"): LEFT_OUT})


def test_two_like_names_are_asked_about() -> None:
    now = renamed(SALES, Sales="Net sales") | {"Gross sales": [9.0, 8.0, 9.5, 9.0, 8.0, 7.0]}
    (question,) = matched(SALES, now, "Sales").questions
    assert [key for key, _ in question.options] == ["Net sales", "Gross sales", "-"]


@pytest.mark.parametrize(
    ("then", "now"),
    [("Gross sales", "Net sales"), ("Sales inkl moms", "Sales exkl moms"), ("Orders", "Refunds")],
)
def test_names_that_contradict_each_other_are_never_taken_unasked(then: str, now: str) -> None:
    before: Columns = {"Month": MONTHS, then: SALES["Sales"]}
    after: Columns = {"Month": MONTHS, now: SALES["Sales"]}
    found = matched(before, after, then)
    assert columns_of(found) == [then]
    assert then in found.lost


def test_another_unit_is_another_column() -> None:
    rate: list[Value] = ["2 %", "3 %", "2.5 %", "2 %", "4 %", "3 %"]
    now: Columns = {"Month": MONTHS, "Orders": SALES["Orders"], "Sales rate": rate}
    found = matched(SALES, now, "Sales")
    assert not found.questions
    assert list(found.lost) == ["Sales"]


def test_namesakes_are_told_apart_by_their_neighbours() -> None:
    then: Columns = {
        "Month": MONTHS,
        "Sales": SALES["Sales"],
        "Change": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
        "Orders": SALES["Orders"],
        "Change (2)": [7.0, 8.0, 9.0, 7.5, 8.5, 9.5],
    }
    same = matched(then, then, "Change (2)")
    assert columns_of(same) == ["Change (2)"]
    assert not same.questions
    swapped = {name: then[name] for name in ("Month", "Orders", "Change", "Sales", "Change (2)")}
    found = matched(then, swapped, "Change (2)")
    assert "Change (2)" in found.lost


def test_the_year_in_a_name_moves_on() -> None:
    then: Columns = {"Month": MONTHS, "Budget 2025": SALES["Sales"], "Orders": SALES["Orders"]}
    now: Columns = {"Month": MONTHS, "Budget 2026": SALES["Sales"], "Orders": SALES["Orders"]}
    found = matched(then, now, "Budget 2025")
    assert columns_of(found) == ["Budget 2026"]
    assert found.renamed == (("Budget 2025", "Budget 2026"),)


def test_other_dates_than_last_time_are_told() -> None:
    then = {"Order date": MONTHS, "Sales": SALES["Sales"]}
    now = {"Order day": MONTHS, "Sales": SALES["Sales"]}
    assert said(then, now, "Sales") == ["The dates stand in “{new}”, last time in “{old}”."]


def test_memories_are_given_to_the_tables_they_are_about() -> None:
    sales, orders = memory(SALES, "Sales"), memory({"Day": MONTHS, "Visits": SALES["Orders"]})
    got = recall([table(renamed(SALES, Refunds="Returns"))], [orders, sales], "report.csv")
    assert [each and each.memory for each in got] == [sales]
    assert recall([table({"Month": MONTHS, "Heat": SALES["Sales"]})], [sales], "x.csv") == (None,)


def test_a_file_that_changed_in_every_way_at_once_is_known_again() -> None:
    """Renamed, moved, added and missing columns, under another file name."""
    then: Columns = {**SALES, "Visits": [float(number * number) for number in range(6)]}
    now: Columns = {
        "Net sales": SALES["Sales"],
        "Month": MONTHS,
        "Shop": ["North"] * 6,
        "Orders": SALES["Orders"],
        "Refunds": SALES["Refunds"],
    }
    (got,) = recall([table(now)], [memory(then, "Sales", "Orders")], "else.csv")
    assert got is not None
    found = matched(then, now, "Sales", "Orders")
    assert "Orders" in columns_of(found)
    assert [question.id for question in found.questions] == ["renamed:Sales"]


def test_the_same_file_name_helps_a_small_table() -> None:
    small: Columns = {"Month": MONTHS, "Sales": SALES["Sales"]}
    remembered = memory_of(table(small), [Rule(1, None, "Sales")], {}, "shop-2026-01.csv")
    today = [table(renamed(small, Sales="Net sales"))]
    assert recall(today, [remembered], "shop-2026-02.csv")[0] is not None
    assert recall(today, [remembered], "something.csv")[0] is None


WORDS = st.sampled_from(
    ["sales", "net", "orders", "visits", "refunds", "cost", "moms", "total", "web", "shop"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=2, unique=True).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_kpi_is_ever_fed_by_another_column_in_silence(data: st.DataObject) -> None:
    heads = data.draw(st.lists(NAMES, min_size=2, max_size=5, unique=True))
    figures = {
        name: [100.0 * place + m + 0.5 for m in range(6)] for place, name in enumerate(heads, 1)
    }
    then: Columns = {"Month": MONTHS} | {name: list(values) for name, values in figures.items()}
    now: Columns = {"Month": MONTHS}
    origin: dict[str, str | None] = {}
    for name in data.draw(st.permutations(heads)):
        what = data.draw(st.sampled_from(["keep", "keep", "rename", "drop"]))
        new = name if what == "keep" else data.draw(NAMES)
        if what != "drop" and new not in now and (new == name or new not in heads):
            now[new] = list(figures[name])
            origin[new] = name
    for name in data.draw(st.lists(NAMES, max_size=2, unique=True)):
        if name not in now and name not in heads:
            now[name] = [9000.0 + m for m in range(6)]
            origin[name] = None
    if len(now) < 2:
        return
    places = [*now]
    assert len(places) == len(set(places))
    fed = data.draw(st.lists(st.sampled_from(heads), min_size=1, unique=True))
    today = table(now)
    found = rematch(today, memory(then, *fed), {}, where="")
    told = dict(found.renamed)
    for rule, name in zip(found.mapping.rules, fed, strict=True):
        if name in found.lost:
            continue
        values = extract(today, workbook(now), rule, Cadence.MONTH).values
        mine = origin.get(rule.column) == name
        assert mine or told.get(name) == rule.column
        assert [each.value for each in values.values()] == now[rule.column]
    assert all(one != other for one, other in pairwise(sorted(columns_of(found))))


def test_a_table_that_has_not_changed_is_never_doubted() -> None:
    """Countries by their codes, which look like the letters of columns."""
    then: Columns = {"A": MONTHS, "B": SALES["Sales"], "C": SALES["Orders"]}
    found = matched(then, then, "B", "C")
    assert columns_of(found) == ["B", "C"]
    assert not found.lost


def test_a_column_without_a_name_is_not_another_one_when_columns_move() -> None:
    then: Columns = {"Month": MONTHS, "B": SALES["Sales"], "C": SALES["Orders"]}
    now: Columns = {"Month": MONTHS, "B": SALES["Orders"], "C": SALES["Refunds"]}
    now["Tips"] = SALES["Sales"]
    found = matched(then, now, "B")
    assert "B" in found.lost
    codes: Columns = {"Month": MONTHS, "SE": SALES["Sales"], "DK": SALES["Orders"]}
    more = {"Month": MONTHS, "NO": SALES["Refunds"], **codes}
    assert columns_of(matched(codes, more, "SE", "DK")) == ["SE", "DK"]


def test_years_side_by_side_are_taken_as_they_come() -> None:
    months: list[Value] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    then: Columns = {"Month": months, "2024": SALES["Sales"], "2025": SALES["Orders"]}
    now: Columns = {"Month": months, "2025": SALES["Orders"], "2026": SALES["Refunds"]}
    rule = Rule(1, None, "2024", more=("2025",))
    remembered = memory_of(table(then), [rule], {}, "a.csv")
    (found,) = rematch(table(now), remembered, {}, where="").mapping.rules
    assert found.columns == ("2025", "2026")


def test_a_mapping_from_before_columns_were_remembered_still_finds_its_names() -> None:
    old = Memory(memory(SALES, "Sales").mapping)
    assert columns_of(rematch(table(SALES), old, {}, where="")) == ["Sales"]
    now = table(renamed(SALES, Sales="Net sales"))
    found = rematch(now, old, {}, where="")
    assert [key for key, _ in found.questions[0].options] == ["Net sales", "-"]
    assert changes_since(now, old, found) == ()


def test_a_label_column_is_found_by_its_texts() -> None:
    shops: list[Value] = ["Lund", "Malmö"] * 3
    then: Columns = {"Month": MONTHS, "Shop": shops, "Sales": SALES["Sales"]}
    rule = Rule(1, None, "Sales", filters=(("Shop", "Lund"),))
    remembered = memory_of(table(then), [rule], {}, "a.csv")
    now = table(renamed(then, Shop="Shop name"))
    assert rematch(now, remembered, {}, where="").renamed == (("Shop", "Shop name"),)
    other = table(renamed(then, Shop="Store"))
    assert rematch(other, remembered, {}, where="").questions


def test_new_texts_beside_those_that_feed_kpis_are_told() -> None:
    def shops(*names: str) -> Columns:
        rows = [(month, name) for month in MONTHS for name in names]
        return {
            "Month": [month for month, _ in rows],
            "Shop": [name for _, name in rows],
            "Sales": [float(place + 10) for place in range(len(rows))],
        }

    def told(*names: str) -> list[tuple[str, bool]]:
        now = table(shops(*names))
        found = rematch(now, remembered, {}, where="")
        return [(note.message.text, note.weighty) for note in changes_since(now, remembered, found)]

    rules = [
        Rule(n, None, "Sales", filters=(("Shop", s),)) for n, s in enumerate(("Lund", "Ystad"))
    ]
    remembered = memory_of(table(shops("Lund", "Ystad")), rules, {}, "a.csv")
    assert told("Lund", "Ystad") == []
    assert told("Lund", "Ystad", "Malmö") == [
        ("New in “{column}”, and feeding no KPI: {names}.", True)
    ]
    assert told("Lund", "Kivik")[0] == ("No row has {names} in “{column}”.", False)


def test_dates_from_another_column_are_told() -> None:
    days: list[Value] = [date(2026, month, 20) for month in range(1, 7)]
    then: Columns = {"Due": days, "Sales": SALES["Sales"]}
    now: Columns = {"Order date": MONTHS, "Due": days, "Sales": SALES["Sales"]}
    assert "The dates are taken from “{new}”, last time from “{old}”." in said(then, now, "Sales")


def test_of_many_new_columns_some_are_named() -> None:
    now = SALES | {f"Extra {letter}": SALES["Orders"] for letter in "abcdefg"}
    remembered, today = memory(SALES, "Sales"), table(now)
    (note,) = changes_since(today, remembered, rematch(today, remembered, {}, where=""))
    names = note.message.values["names"]
    assert getattr(names, "count", None) == 2
    assert not note.weighty


def test_what_is_remembered_comes_back_whole() -> None:
    shops: list[Value] = ["Lund", "Malmö"] * 3
    columns: Columns = {"Month": MONTHS, "Shop": shops, "Sales": SALES["Sales"], "2025": MONTHS}
    kept = memory_of(table(columns), [Rule(1, None, "Sales")], {"decimal": ","}, "a 2025.csv")
    assert Memory.from_json(kept.mapping.shape, kept.to_json()) == kept
    assert (kept.period, kept.file) == ("Month", "a #")


def test_of_very_many_columns_only_the_names_in_rules_are_remembered() -> None:
    many: Columns = {"Month": MONTHS} | {f"C{number}x": SALES["Sales"] for number in range(3001)}
    kept = memory_of(table(many), [Rule(1, None, "C7x")], {}, "a.csv")
    assert kept.columns == ()
    assert columns_of(rematch(table(many), kept, {}, where="")) == ["C7x"]
