"""The second file of a kind: what is known, what has changed, several at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from desktop.core.kpi import Kpi
from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.services.imports import (
    ImportDraft,
    Rule,
    TableRule,
    apply,
    apply_all,
    imported_values,
    imports,
    kpis_fed,
    open_file,
    preview,
    preview_all,
    reanswer,
    revert,
    would_revert,
)
from desktop.services.kpis import kpis, save_kpi
from desktop.services.measurements import save_values, series
from desktop.services.workspace import Workspace

HEADS = ("Month", "Orders", "Sales", "Refunds")


def month(number: int) -> Period:
    return Period(Cadence.MONTH, date(2026, number, 1))


@dataclass(frozen=True, slots=True)
class Shop:
    """A company with two KPIs that a file of its shop feeds each month."""

    ws: Workspace
    folder: Path
    sales: Kpi
    orders: Kpi

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def export(
        self, name: str, months: range, heads: tuple[str, ...] = HEADS, *, factor: int = 100
    ) -> Path:
        """Orders are the month's number and ten, sales a hundred times as much, refunds one."""
        lines = [",".join(heads)]
        for number in months:
            lines.append(f"2026-{number:02},{10 + number},{factor * (10 + number)},{number}")
        return self.write(name, "\n".join([*lines, ""]))

    def import_first(self, months: range = range(1, 4), name: str = "shop-01.csv") -> None:
        draft = open_file(self.ws, self.export(name, months))
        rules = [
            TableRule(0, Rule(self.sales.id, None, "Sales")),
            TableRule(0, Rule(self.orders.id, None, "Orders")),
        ]
        assert apply(self.ws, draft, rules) is not None


@pytest.fixture
def shop(ws: Workspace, tmp_path: Path) -> Shop:
    sales, orders = (save_kpi(ws, Kpi(name=name)) for name in ("Takings", "Baskets"))
    return Shop(ws, tmp_path, sales, orders)


def values(ws: Workspace, kpi: Kpi) -> dict[int, float]:
    return {each.period.start.month: each.value for each in series(ws, kpi.id or 0).measurements}


def noted(draft: ImportDraft) -> list[str]:
    """What has changed in a file since the last one of its kind."""
    return [said(each.message) for each in draft.noted]


def said(message: Message) -> str:
    named = {k: said(v) if isinstance(v, Message) else v for k, v in message.values.items()}
    return message.text.format(**named)


Rows = Sequence[Sequence[object]]


def save_book(path: Path, sheets: Mapping[str, Rows]) -> Path:
    book = Book()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def content(ws: Workspace) -> list[str]:
    tables = ("kpi", "measurement", "mapping", "import")
    starts = tuple(f'INSERT INTO "{table}"' for table in tables)
    return [row for row in ws.connection.iterdump() if row.startswith(starts)]


def test_the_next_file_of_a_kind_fits(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    draft = open_file(ws, shop.export("shop-02.csv", range(2, 6)))
    assert draft.known
    assert draft.fits
    assert draft.latest == imports(ws)[0]
    assert draft.seen is None
    found = preview(ws, draft, draft.chosen())
    assert (found.counts.new, found.counts.changed, found.counts.same) == (4, 0, 4)
    (earlier,) = found.earlier
    assert (earlier.record, earlier.same, earlier.changed) == (imports(ws)[0], 4, 0)


def test_a_renamed_column_is_carried_over_and_told(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    heads = ("Month", "Orders", "Net sales", "Refunds")
    draft = open_file(ws, shop.export("shop-02.csv", range(4, 6), heads))
    assert draft.known
    assert not draft.fits
    assert "“Sales” is called “Net sales” in this file." in noted(draft)
    apply(ws, draft, draft.chosen())
    assert values(ws, shop.sales) == {1: 1100, 2: 1200, 3: 1300, 4: 1400, 5: 1500}
    again = open_file(ws, shop.export("shop-03.csv", range(6, 7), heads))
    assert again.fits  # the new name is the one that is known now
    old = open_file(ws, shop.export("shop-04.csv", range(7, 8)))
    assert old.fits  # and so is the old one


def test_a_column_that_may_be_another_is_asked_about(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    heads = ("Month", "Orders", "Turnover", "Refunds")
    draft = open_file(ws, shop.export("shop-02.csv", range(4, 6), heads))
    assert not draft.known
    (question,) = draft.recognition.questions
    assert [key for key, _ in question.options] == ["Turnover", "-"]
    assert [rule.rule.kpi_id for rule in draft.chosen()] == [shop.orders.id]
    answered = reanswer(ws, draft, {question.id: "Turnover"})
    assert answered.known
    assert [rule.rule.column for rule in answered.chosen()] == ["Turnover", "Orders"]
    given_up = reanswer(ws, draft, {question.id: "-"})
    assert [rule.rule.kpi_id for rule in given_up.chosen()] == [shop.orders.id]
    assert "Takings gets nothing: The file has no column “Sales”." in noted(given_up)


def test_a_missing_column_leaves_the_rest_and_is_waited_for(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    path = shop.write("shop-02.csv", "Month,Orders,Refunds\n2026-04,14,4\n2026-05,15,5\n")
    draft = open_file(ws, path)
    assert draft.known
    assert not draft.fits
    assert "Takings gets nothing: The file has no column “Sales”." in noted(draft)
    apply(ws, draft, draft.chosen())
    assert values(ws, shop.orders) == {1: 11, 2: 12, 3: 13, 4: 14, 5: 15}
    path.write_text("Month,Orders,Refunds\n2026-06,16,6\n", "utf-8")
    assert open_file(ws, path).fits  # it was missing last time as well
    path.write_text("Month,Orders,Sales,Refunds\n2026-06,16,1600,6\n", "utf-8")
    back = open_file(ws, path)
    assert {rule.rule.kpi_id for rule in back.chosen()} == {shop.sales.id, shop.orders.id}


def test_new_columns_are_named_and_feed_nothing(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    path = shop.write("shop-02.csv", "Tips,Month,Sales,Orders,Refunds\n9,2026-04,1400,14,4\n")
    draft = open_file(ws, path)
    assert draft.fits
    assert noted(draft) == ["New in the file, and feeding no KPI: “Tips”."]
    assert {rule.rule.column for rule in draft.chosen()} == {"Sales", "Orders"}


def test_a_wide_table_of_another_year_with_new_rows(ws: Workspace, tmp_path: Path) -> None:
    revenue = save_kpi(ws, Kpi(name="Turnover"))
    path = tmp_path / "Result 2025.csv"
    path.write_text(
        "Result report 2025\n\nAccount;2025-01;2025-02;2025-03\nIncome;100;200;300\n"
        "Rent;10;10;10\n",
        "utf-8",
    )
    draft = open_file(ws, path)
    apply(ws, draft, [TableRule(0, Rule(revenue.id, None, "Income"))])
    path = tmp_path / "Result 2026.csv"
    path.write_text(
        "Result report 2026\n\nAccount;2026-01;2026-02;2026-03;2026-04\nRent;11;11;11;11\n"
        "Income;110;220;330;440\nLeasing;5;5;5;5\n",
        "utf-8",
    )
    later = open_file(ws, path)
    assert later.fits
    assert noted(later) == ["New in the file, and feeding no KPI: “Leasing”."]
    apply(ws, later, later.chosen())
    assert [m.value for m in series(ws, revenue.id or 0).measurements] == [
        100.0, 200.0, 300.0, 110.0, 220.0, 330.0, 440.0,
    ]  # fmt: skip


def test_a_text_that_rows_were_chosen_by_is_missed(ws: Workspace, tmp_path: Path) -> None:
    north = save_kpi(ws, Kpi(name="North"))
    path = tmp_path / "shops.csv"
    path.write_text(
        "Month,Shop,Sales\n2026-01,North,1\n2026-01,South,2\n2026-02,North,3\n2026-02,South,4\n",
        "utf-8",
    )
    draft = open_file(ws, path)
    rule = Rule(north.id, None, "Sales", filters=(("Shop", "North"),))
    apply(ws, draft, [TableRule(0, rule)])
    path.write_text(
        "Month,Shop,Sales\n2026-03,Norrland,1\n2026-03,South,2\n2026-04,Norrland,3\n"
        "2026-04,South,4\n",
        "utf-8",
    )
    later = open_file(ws, path)
    assert "No row has “North” in “Shop”." in noted(later)
    assert not later.fits


def test_two_sheets_that_look_alike_never_change_places(ws: Workspace, tmp_path: Path) -> None:
    def book(path: Path, sheets: dict[str, int]) -> Path:
        rows = {
            name: [(date(2026, number, 1), first + number, number) for number in range(1, 5)]
            for name, first in sheets.items()
        }
        return save_book(
            path, {name: [("Month", "Sales", "Orders"), *rows[name]] for name in sheets}
        )

    lund, malmo = save_kpi(ws, Kpi(name="In Lund")), save_kpi(ws, Kpi(name="In Malmö"))
    draft = open_file(ws, book(tmp_path / "shops.xlsx", {"Lund": 100, "Malmö": 200}))
    rules = [Rule(lund.id, None, "Sales"), Rule(malmo.id, None, "Sales")]
    apply(ws, draft, [TableRule(index, rule) for index, rule in enumerate(rules)])
    turned = open_file(ws, book(tmp_path / "shops2.xlsx", {"Malmö": 300, "Lund": 400}))
    apply(ws, turned, turned.chosen())
    assert values(ws, lund) == {1: 401, 2: 402, 3: 403, 4: 404}
    assert values(ws, malmo) == {1: 301, 2: 302, 3: 303, 4: 304}
    alone = open_file(ws, book(tmp_path / "shops3.xlsx", {"Malmö": 500}))
    assert [rule.rule.kpi_id for rule in alone.chosen()] == [malmo.id]
    unnamed = open_file(ws, book(tmp_path / "shops4.xlsx", {"Sheet1": 600}))
    assert unnamed.chosen() == ()


def test_a_table_that_was_left_out_stays_out(ws: Workspace, tmp_path: Path) -> None:
    """Budget and actual figures have the same names; only one of them was wanted."""
    revenue = save_kpi(ws, Kpi(name="Turnover"))
    path = tmp_path / "plan.csv"
    text = "Budget\n\nAccount;2026-01;2026-02\nTurnover;1;2\nRent;7;7\n\n"
    text += "Actual\n\nAccount;2026-01;2026-02\nTurnover;10;20\nRent;8;8\n"
    path.write_text(text, "utf-8")
    draft = open_file(ws, path)
    assert len(draft.recognition.tables) == 2
    apply(ws, draft, [TableRule(1, Rule(revenue.id, None, "Turnover"))])
    path.write_text(text.replace("2026-01;2026-02", "2026-03;2026-04"), "utf-8")
    later = open_file(ws, path)
    assert [rule.table for rule in later.chosen()] == [1]
    apply(ws, later, later.chosen())
    assert values(ws, revenue) == {1: 10, 2: 20, 3: 10, 4: 20}


def test_two_sources_with_the_same_columns_are_told_apart(ws: Workspace, tmp_path: Path) -> None:
    """Two accounts of one bank."""

    def account(number: int, month: int, amount: int) -> Path:
        path = tmp_path / f"account-{number}-2026-{month:02}.csv"
        path.write_text(f"Date,Text,Amount\n2026-{month:02}-03,A,{amount}\n", "utf-8")
        return path

    cash, savings = save_kpi(ws, Kpi(name="Cash in")), save_kpi(ws, Kpi(name="Saved"))
    for number, kpi in ((7788, cash), (5544, savings)):
        draft = open_file(ws, account(number, 1, number))
        apply(ws, draft, [TableRule(0, Rule(kpi.id, None, "Amount"))])
    for number in (5544, 7788):
        draft = open_file(ws, account(number, 2, number + 1))
        assert draft.fits
        apply(ws, draft, draft.chosen())
    assert values(ws, cash) == {1: 7788, 2: 7789}
    assert values(ws, savings) == {1: 5544, 2: 5545}
    other = open_file(ws, account(3311, 2, 1))
    assert other.chosen() == ()
    assert not other.fits


def test_the_same_file_is_known_by_its_content(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    record = imports(ws)[0]
    copy = shop.export("copy.csv", range(1, 4))
    again = open_file(ws, copy)
    assert again.seen == record
    assert preview(ws, again, again.chosen()).counts.same == 6
    revert(ws, record.id)
    assert open_file(ws, copy).seen is None


def test_values_of_an_earlier_file_are_named_when_they_change(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    save_values(ws, shop.sales.id or 0, {month(2): 5.0})
    path = shop.write("shop-02.csv", "Month,Orders,Sales,Refunds\n2026-02,12,7,1\n2026-03,13,8,1\n")
    draft = open_file(ws, path)
    found = preview(ws, draft, draft.chosen())
    assert [
        (each.record and each.record.file_name, each.same, each.changed) for each in found.earlier
    ] == [("shop-01.csv", 2, 1), (None, 0, 1)]


def test_a_figure_that_changes_nearly_everywhere_is_doubted(ws: Workspace, shop: Shop) -> None:
    shop.import_first(range(1, 7))
    draft = open_file(ws, shop.export("shop-02.csv", range(1, 8), factor=80))
    taking, basket = preview(ws, draft, draft.chosen()).kpis
    assert taking.remark is not None
    assert basket.remark is None


def test_several_files_are_one_action_and_see_each_other(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    before = content(ws)
    paths = [
        shop.export("shop-02.csv", range(3, 6)),
        shop.export("shop-03.csv", range(5, 8)),
    ]
    drafts = [(draft, draft.chosen()) for draft in (open_file(ws, path) for path in paths)]
    first, second = preview_all(ws, drafts)
    assert (first.counts.new, first.counts.same) == (4, 2)
    assert (second.counts.new, second.counts.same) == (4, 2)  # May is the first one's already
    records = apply_all(ws, drafts)
    assert [record.counts for record in records] == [first.counts, second.counts]
    assert values(ws, shop.orders) == {number: 10 + number for number in range(1, 8)}
    assert [each.new for each in imported_values(ws, records[1].id)] == [16, 17, 1600, 1700]
    fed = kpis_fed(ws)
    assert [fed[record.id] for record in records] == [("Baskets", "Takings")] * 2
    ws.undo()
    assert content(ws) == before


def test_what_an_import_did_and_what_has_become_of_it(ws: Workspace, shop: Shop) -> None:
    shop.import_first(range(1, 3))
    path = shop.write("shop-02.csv", "Month,Orders,Sales,Refunds\n2026-02,12,7,1\n")
    draft = open_file(ws, path)
    later = apply(ws, draft, draft.chosen())
    first = imports(ws)[-1]
    assert kpis_fed(ws) == {first.id: ("Baskets", "Takings"), (later and later.id): ("Takings",)}
    found = [
        (each.kpi and each.kpi.name, each.period, each.old, each.new, each.now, each.overwritten)
        for each in imported_values(ws, first.id)
    ]
    assert found == [
        ("Baskets", month(1), None, 11, 11, False),
        ("Baskets", month(2), None, 12, 12, False),
        ("Takings", month(1), None, 1100, 1100, False),
        ("Takings", month(2), None, 1200, 7, True),
    ]
    assert imported_values(ws, first.id)[-1].by == later
    would = would_revert(ws, first.id)
    assert (would.count, [kept.by for kept in would.kept]) == (3, ["shop-02.csv"])
    before = content(ws)
    assert revert(ws, first.id) == would
    assert values(ws, shop.sales) == {2: 7}
    ws.undo()
    assert content(ws) == before


def test_imports_are_reverted_in_any_order(ws: Workspace, shop: Shop) -> None:
    save_values(ws, shop.sales.id or 0, {month(1): 1.0})
    shop.import_first(range(1, 3), "a.csv")
    for name, factor in (("b.csv", 200), ("c.csv", 300)):
        draft = open_file(ws, shop.export(name, range(1, 3), factor=factor))
        apply(ws, draft, draft.chosen())
    third, second, first = imports(ws)
    assert revert(ws, first.id).kept  # overwritten by the second, so it stays
    assert revert(ws, second.id).count == 0
    assert values(ws, shop.sales) == {1: 3300, 2: 3600}
    revert(ws, third.id)
    assert values(ws, shop.sales) == {1: 1.0}  # neither of the imports that are gone comes back
    assert values(ws, shop.orders) == {}


def test_a_kpi_that_is_archived_is_told(ws: Workspace, shop: Shop) -> None:
    shop.import_first()
    save_kpi(ws, replace(shop.sales, archived=True))
    draft = open_file(ws, shop.export("shop-02.csv", range(4, 6)))
    assert [rule.rule.kpi_id for rule in draft.chosen()] == [shop.orders.id]
    assert "“Sales” feeds nothing: Takings is archived." in noted(draft)


def monthly_sheets(path: Path, names: tuple[str, ...], *, across: bool) -> Path:
    """A sheet a month with two days, 1.5 and 2 in the first month; whole numbers later on."""
    sheets: dict[str, Rows] = {}
    for number, name in enumerate(names, 1):
        first = 1.5 if number == 1 else 10.0 * number
        days: Rows = [
            ("Datum", "Kort"),
            (date(2026, number, 1), first),
            (date(2026, number, 20), 2),
        ]
        if across:
            days = [("Namn", *range(1, 11)), ("Kort", first, *[0] * 8, 2)]
        sheets[name] = [(f"Kassa {name} 2026",), (), *days]
    return save_book(path, sheets)


@pytest.mark.parametrize("across", [False, True])
def test_a_sheet_for_each_month_makes_one_kpi(ws: Workspace, tmp_path: Path, across: bool) -> None:
    for count, wanted in ((2, [3.5, 22.0]), (3, [3.5, 22.0, 32.0])):
        names = ("Januari", "Februari", "Mars")[:count]
        draft = open_file(ws, monthly_sheets(tmp_path / "kassa.xlsx", names, across=across))
        rules = [
            TableRule(table, each.rule)
            for table, found in enumerate(draft.suggestions)
            for each in found
            if each.chosen or count == 2
        ]
        assert apply(ws, draft, rules) is not None
        (made,) = kpis(ws)
        assert "2026" not in made.name
        stored = series(ws, made.id or 0).measurements
        assert [each.value for each in stored] == wanted
