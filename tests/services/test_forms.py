"""Forms that go out and come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.core.company import Company
from desktop.core.faults import NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.own_workbook import SHEET, Purpose
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.services.company import save_company
from desktop.services.forms import FormWish, form_kpis, latest_months, make_form
from desktop.services.imports import Change, Line, apply, imports, open_file, preview, revert
from desktop.services.kpis import delete_kpi, save_kpi
from desktop.services.measurements import save_values, series
from desktop.services.workspace import Workspace
from tests.services.own_company import HARM, fill, months

ENGLISH = wording("en")
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
HEAD, FIRST = 5, 4  # the row of headings, the column of January


@pytest.fixture
def kpis(ws: Workspace) -> dict[str, Kpi]:
    return fill(ws)


Maker = Callable[..., Path]


@pytest.fixture
def made(ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path) -> Maker:
    """Makes a form of the KPIs with these names."""

    def make(*names: str, language: str = "en", correct: bool = False) -> Path:
        ids = tuple(kpis[name].id or 0 for name in names)
        wish = FormWish(ids, *YEAR, "Kim", correct=correct)
        return make_form(ws, tmp_path / "form.xlsx", wish, wording(language))

    return make


def row_of(sheet: Any, label: str) -> int:
    return next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == label)


def write(path: Path, label: str, month: int, value: object, sheet: str = "Months") -> None:
    """As the colleague does in the first cell of a month."""
    book = load_workbook(path)
    page = book[sheet]
    page.cell(row_of(page, label), FIRST + month - 1).value = value
    book.save(path)


def lines_of(ws: Workspace, path: Path) -> list[Line]:
    """What would change, without what stays the same."""
    draft = open_file(ws, path)
    found = preview(ws, draft, draft.chosen())
    return [line for line in found.lines if line.change is not Change.SAME]


def warnings_of(ws: Workspace, path: Path) -> str:
    return " ".join(ENGLISH.say(each) for each in open_file(ws, path).recognition.warnings)


class TestGoingOut:
    def test_the_form_says_for_whom_and_what_is_counted(self, made: Maker) -> None:
        sheet = load_workbook(made("Sales"))["Months"]
        assert sheet["A1"].value == "Ärlig AB"
        assert sheet["A2"].value == "Figures for January 2026 to December 2026, for Kim"
        assert sheet["A6"].value == "Sales"
        assert sheet["B6"].value == "=All sales\nwithout VAT\nThe total of the period."
        assert sheet["B6"].data_type == "s"
        assert sheet["B6"].quotePrefix
        assert sheet["C6"].value == "SEK"
        heads = [sheet.cell(HEAD, column).value for column in (4, 15)]
        assert [head.date() for head in heads] == [date(2026, 1, 1), date(2026, 12, 1)]

    def test_what_is_there_is_closed_and_what_is_missing_is_open(self, made: Maker) -> None:
        sheet = load_workbook(made("Sales"))["Months"]
        assert sheet.protection.sheet
        assert not sheet.protection.password
        locked = [sheet.cell(6, FIRST + month).protection.locked for month in range(12)]
        assert locked == [True] * 6 + [False] * 6  # July is not over: its value may change
        assert sheet["J6"].value == 500
        assert sheet["A6"].protection.locked
        assert sheet["D6"].fill.fgColor.rgb != sheet["L6"].fill.fgColor.rgb

    def test_for_corrections_everything_is_open(self, made: Maker) -> None:
        sheet = load_workbook(made("Sales", correct=True))["Months"]
        assert not any(sheet.cell(6, FIRST + month).protection.locked for month in range(12))

    def test_only_numbers_of_the_unit_can_be_typed(self, made: Maker) -> None:
        sheet = load_workbook(made("Sales", "Conversion", "Answer time"))["Months"]
        rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
        by_label = {
            sheet.cell(int(at.split(":")[0][1:]), 1).value: rule for at, rule in rules.items()
        }
        assert set(by_label) == {"Sales", "Conversion", "Answer time"}
        assert all(rule.type == "decimal" for rule in rules.values())
        assert (by_label["Conversion"].formula1, by_label["Conversion"].formula2) == ("-10", "10")
        assert by_label["Answer time"].formula1 == "0"
        assert "SUM" not in by_label["Sales"].prompt
        formats = {
            label: sheet.cell(row_of(sheet, label), FIRST).number_format for label in by_label
        }
        assert formats == {
            "Sales": '#,##0.00 "SEK"',
            "Conversion": "0.0%",
            "Answer time": "[h]:mm:ss",
        }

    def test_one_sheet_for_each_cadence_and_a_hidden_one(self, made: Maker) -> None:
        book = load_workbook(made("Visits", "Stock", "Sales", "Energy", "Staff"))
        assert book.sheetnames == ["Days", "Weeks", "Months", "Quarters", "Years", SHEET]
        assert book[SHEET].sheet_state == "hidden"
        assert book["Weeks"].cell(HEAD, FIRST).value == "week 1, 2026"
        assert book["Quarters"].cell(HEAD, FIRST).value == "Q1 2026"
        assert book["Years"].cell(HEAD, FIRST).value == "2026"

    def test_names_that_mean_harm_are_text(self, made: Maker) -> None:
        book = load_workbook(made(*HARM))
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        assert "f" not in kinds
        assert "e" not in kinds

    def test_a_formula_kpi_cannot_be_asked_for(
        self, ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path
    ) -> None:
        assert "Margin" not in [kpi.name for kpi in form_kpis(ws)]
        wish = FormWish((kpis["Margin"].id or 0,), *YEAR)
        with pytest.raises(NotAllowed, match="at least one"):
            make_form(ws, tmp_path / "form.xlsx", wish, ENGLISH)

    def test_periods_that_cannot_be(
        self, ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path
    ) -> None:
        ids = (kpis["Visits"].id or 0,)
        with pytest.raises(NotAllowed, match="ends before"):
            make_form(ws, tmp_path / "f.xlsx", FormWish(ids, *reversed(YEAR)), ENGLISH)
        decade = FormWish(ids, date(2016, 1, 1), date(2026, 1, 1))
        with pytest.raises(NotAllowed, match="columns"):
            make_form(ws, tmp_path / "f.xlsx", decade, ENGLISH)

    def test_the_months_up_to_a_day(self) -> None:
        assert latest_months(date(2026, 2, 14), 3) == (date(2025, 12, 1), date(2026, 2, 28))


class TestComingBack:
    @pytest.mark.parametrize("language", ["sv", "da", "en"])
    def test_untouched_it_changes_nothing_and_asks_nothing(
        self, ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path, language: str
    ) -> None:
        ids = tuple(kpi.id or 0 for kpi in form_kpis(ws))
        wish = FormWish(ids, date(2023, 1, 1), date(2024, 1, 1))
        path = make_form(ws, tmp_path / "form.xlsx", wish, wording(language))
        draft = open_file(ws, path)
        assert draft.own is Purpose.FORM
        assert draft.known
        assert draft.fits
        assert not draft.recognition.questions
        assert not draft.recognition.warnings
        assert lines_of(ws, path) == []

    def test_what_was_filled_in_is_imported_in_one_go(
        self, ws: Workspace, made: Maker, kpis: dict[str, Kpi]
    ) -> None:
        path = made("Sales", "Conversion", "Answer time", correct=True)
        write(path, "Sales", 8, 1234.5)
        write(path, "Conversion", 7, 0.05)
        write(path, "Answer time", 12, 0.0625)
        write(path, "Sales", 1, 999)
        draft = open_file(ws, path)
        record = apply(ws, draft, draft.chosen())
        assert record is not None
        assert (record.counts.new, record.counts.changed) == (3, 1)
        found = {
            (name, value.period.start.month): value.value
            for name in ("Sales", "Conversion", "Answer time")
            for value in series(ws, kpis[name].id or 0).measurements
        }
        assert found["Sales", 8] == 1234.5
        assert found["Conversion", 7] == 0.05
        assert found["Answer time", 12] == 5400
        assert found["Sales", 1] == 999
        revert(ws, record.id)
        assert imports(ws)[0].reverted_at is not None
        assert series(ws, kpis["Sales"].id or 0).measurements[0].value == 1000.1

    @pytest.mark.parametrize(
        ("sheet", "label", "column"),
        [
            ("Days", "Visits", 30),
            ("Weeks", "Stock", 30),
            ("Quarters", "Energy", 4),
            ("Years", "Staff", 1),
        ],
    )
    def test_every_cadence(
        self, ws: Workspace, made: Maker, kpis: dict[str, Kpi], sheet: str, label: str, column: int
    ) -> None:
        path = made("Visits", "Stock", "Energy", "Staff")
        write(path, label, column, 42, sheet)
        (line,) = lines_of(ws, path)
        assert (line.change, line.new) == (Change.NEW, 42)
        assert line.period is not None
        first = {"Days": (1, 30), "Weeks": (7, 20), "Quarters": (10, 1), "Years": (1, 1)}[sheet]
        assert line.period.start == date(2026, *first)

    def test_a_cleared_cell_changes_nothing(self, ws: Workspace, made: Maker) -> None:
        path = made("Sales", correct=True)
        write(path, "Sales", 1, None)
        assert lines_of(ws, path) == []

    @pytest.mark.parametrize("typed", ["about 5", "1.234", "2,5", date(2026, 5, 12), True])
    def test_what_is_no_number_is_rejected_where_it_stands(
        self, ws: Workspace, made: Maker, typed: object
    ) -> None:
        path = made("Sales")
        write(path, "Sales", 9, typed)
        (line,) = lines_of(ws, path)
        assert line.change is Change.REJECTED
        assert line.cell == "Months!L6"
        assert line.message is not None
        assert "not a number" in ENGLISH.say(line.message)

    def test_rows_and_columns_that_were_put_in_or_moved(self, ws: Workspace, made: Maker) -> None:
        path = made("Sales", "Cost")
        write(path, "Sales", 9, 50)
        write(path, "Cost", 9, 60)
        book = load_workbook(path)
        sheet = book["Months"]
        sheet.insert_rows(1, 3)
        sheet.insert_cols(2, 2)
        sheet.insert_rows(10)
        sheet.title = "Kim's figures"
        book.save(path)
        assert [line.new for line in lines_of(ws, path)] == [60, 50]
        assert warnings_of(ws, path) == ""

    def test_a_renamed_kpi_is_followed(
        self, ws: Workspace, made: Maker, kpis: dict[str, Kpi]
    ) -> None:
        path = made("Sales")
        write(path, "Sales", 9, 50)
        save_kpi(ws, replace(kpis["Sales"], name="Net sales"))
        draft = open_file(ws, path)
        assert [part.kpi.name for part in preview(ws, draft, draft.chosen()).kpis] == ["Net sales"]
        assert draft.known

    def test_numbers_outside_the_form_are_told(self, ws: Workspace, made: Maker) -> None:
        path = made("Sales")
        book = load_workbook(path)
        book["Months"]["Q6"] = 7
        book["Months"]["D8"] = 8
        book.save(path)
        assert "2 numbers outside the form are left out: D8, Q6" in warnings_of(ws, path)
        assert not open_file(ws, path).known

    def test_a_row_that_stands_twice_is_not_taken(self, ws: Workspace, made: Maker) -> None:
        path = made("Sales", "Cost")
        book = load_workbook(path)
        book["Months"]["A9"] = "Sales"
        book["Months"]["L9"] = 7
        book.save(path)
        assert "“Sales” stands 2 times" in warnings_of(ws, path)
        assert lines_of(ws, path) == []

    def test_a_row_that_was_taken_away_is_told(self, ws: Workspace, made: Maker) -> None:
        path = made("Sales", "Cost")
        book = load_workbook(path)
        book["Months"].delete_rows(row_of(book["Months"], "Cost"))
        book.save(path)
        assert "Cost is no longer on the sheet Months" in warnings_of(ws, path)

    def test_a_kpi_that_has_gone(self, ws: Workspace, made: Maker, kpis: dict[str, Kpi]) -> None:
        path = made("Conversion", "Cost")
        delete_kpi(ws, kpis["Conversion"].id or 0)
        assert "“Conversion” is no longer a KPI here" in warnings_of(ws, path)

    def test_a_kpi_in_another_unit(self, ws: Workspace, made: Maker, kpis: dict[str, Kpi]) -> None:
        path = made("Sales", "Cost")
        write(path, "Sales", 9, 50)
        save_kpi(ws, replace(kpis["Sales"], unit=Unit(UnitKind.CURRENCY, "EUR")))
        assert "then" not in warnings_of(ws, path)
        assert "(SEK, now EUR)" in warnings_of(ws, path)
        assert lines_of(ws, path) == []

    def test_a_kpi_with_other_periods(
        self, ws: Workspace, made: Maker, kpis: dict[str, Kpi]
    ) -> None:
        path = made("Sales", "Conversion")
        save_kpi(ws, replace(kpis["Conversion"], cadence=Cadence.QUARTER))
        assert "Conversion had other periods" in warnings_of(ws, path)

    def test_another_companys_form_says_so(self, made: Maker, tmp_path: Path) -> None:
        path = made("Sales")
        with Workspace.create(tmp_path / "Other.sikte", Company(name="Annan AB")) as other:
            save_kpi(other, Kpi(name="Sales"))
            assert "made for another company, Ärlig AB" in warnings_of(other, path)
            assert not open_file(other, path).known

    def test_a_company_that_has_been_renamed_knows_its_form(
        self, ws: Workspace, made: Maker
    ) -> None:
        path = made("Sales")
        save_company(ws, Company(name="Nya Ärlig AB"))
        assert open_file(ws, path).known

    def test_without_its_hidden_sheet_it_is_a_table_like_any_other(
        self, ws: Workspace, made: Maker, kpis: dict[str, Kpi]
    ) -> None:
        path = made("Sales", "Cost", "Conversion")
        write(path, "Sales", 9, 50)
        write(path, "Cost", 9, 60)
        book = load_workbook(path)
        del book[SHEET]
        book.save(path)
        draft = open_file(ws, path)
        assert draft.own is None
        fed = {part.kpi.name: part for part in preview(ws, draft, draft.chosen()).kpis}
        assert set(fed) == {"Sales", "Cost", "Conversion"}
        assert [line.new for line in fed["Cost"].lines if line.change is Change.NEW] == [60]

    def test_a_month_that_stands_twice_is_not_taken(self, ws: Workspace, made: Maker) -> None:
        path = made("Sales", correct=True)
        book = load_workbook(path)
        sheet = book["Months"]
        sheet["Q5"] = sheet["D5"].value
        sheet["D6"] = sheet["Q6"] = 7
        book.save(path)
        assert "January 2026 stands 2 times on the sheet Months" in warnings_of(ws, path)
        assert lines_of(ws, path) == []

    def test_a_kpi_that_has_got_a_formula(
        self, ws: Workspace, made: Maker, kpis: dict[str, Kpi]
    ) -> None:
        path = made("Cost", "Conversion")
        save_values(ws, kpis["Conversion"].id or 0, dict.fromkeys(months(1, 6)))
        save_kpi(ws, replace(kpis["Conversion"], formula="sales / visits"))
        assert "Conversion is worked out from other KPIs now" in warnings_of(ws, path)

    def test_without_anything_that_is_known_it_is_a_table_like_any_other(
        self, ws: Workspace, made: Maker, kpis: dict[str, Kpi]
    ) -> None:
        path = made("Conversion")
        delete_kpi(ws, kpis["Conversion"].id or 0)
        assert open_file(ws, path).own is None

    @pytest.mark.parametrize("cell", ["A6", "D5"])
    def test_so_it_is_when_its_labels_or_headings_are_gone(
        self, ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path, cell: str
    ) -> None:
        wish = FormWish((kpis["Sales"].id or 0,), date(2026, 8, 1), date(2026, 8, 31))
        path = make_form(ws, tmp_path / "form.xlsx", wish, ENGLISH)
        book = load_workbook(path)
        book["Months"][cell] = "Something else"
        book.save(path)
        assert open_file(ws, path).own is None

    def test_a_sheet_that_only_hides_something_is_none_of_ours(
        self, ws: Workspace, made: Maker
    ) -> None:
        path = made("Sales")
        book = load_workbook(path)
        book.create_sheet("Secret", 0)["A1"] = "sikte"
        book["Secret"].sheet_state = "hidden"
        book.save(path)
        assert open_file(ws, path).own is Purpose.FORM

    def test_a_form_of_a_file_that_is_read_only_is_known_by_the_companys_name(
        self, ws: Workspace, kpis: dict[str, Kpi], tmp_path: Path
    ) -> None:
        wish = FormWish((kpis["Sales"].id or 0,), *YEAR)
        with Workspace.open(ws.path, read_only=True) as other:
            path = make_form(other, tmp_path / "form.xlsx", wish, ENGLISH)
        assert open_file(ws, path).known
        save_company(ws, Company(name="Annan AB"))
        assert open_file(ws, path).own is None
