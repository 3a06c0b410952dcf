"""Text on its way into a workbook."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from desktop.exporting.text import cell_text, header_text, looks_like_formula, sheet_titles

FORBIDDEN = set("[]:*?/\\")


def test_what_xml_cannot_carry_is_left_out() -> None:
    assert cell_text("a\x00b\x0bc\x1fd\ufffee") == "abcde"


def test_line_ends_and_tabs_stay() -> None:
    assert cell_text("one\r\ntwo\rthree\tfour") == "one\ntwo\nthree\tfour"


def test_a_text_that_no_cell_holds_says_that_it_goes_on() -> None:
    text = cell_text("x" * 40_000)
    assert len(text) == 32_767
    assert text.endswith("x…")


def test_what_looks_like_the_code_of_a_letter_is_no_letter(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = cell_text("_x0041_ and _x41_")
    book.save(tmp_path / "code.xlsx")
    read = CalamineWorkbook.from_path(str(tmp_path / "code.xlsx")).get_sheet_by_index(0)
    assert read.to_python() == [["_x0041_ and _x41_"]]
    assert sheet_titles()("_x0041_") == "_x0041_"


def test_what_a_spreadsheet_would_work_out() -> None:
    for text in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"):
        assert looks_like_formula(text)
    assert not looks_like_formula("1 = 1")


def test_sheet_names_differ_in_more_than_their_case() -> None:
    title = sheet_titles()
    assert [title("Sales"), title("sales"), title("Sales")] == ["Sales", "sales (2)", "Sales (3)"]


def test_a_name_that_excel_keeps_for_itself_is_not_given() -> None:
    assert sheet_titles()("History") == "History (2)"


@given(st.lists(st.text(max_size=60), max_size=12))
def test_sheet_names_are_allowed_whatever_is_wanted(wanted: list[str]) -> None:
    title = sheet_titles()
    given_names = [title(text) for text in wanted]
    assert len({name.casefold() for name in given_names}) == len(wanted)
    for name in given_names:
        assert 1 <= len(name) <= 31
        assert not FORBIDDEN & set(name)
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_an_ampersand_in_a_printed_head_is_one() -> None:
    assert header_text("Svensson & Co") == "Svensson && Co"
