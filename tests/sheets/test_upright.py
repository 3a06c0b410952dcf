"""Sheets that stand upright: whatever they say, nothing overlaps or is cut."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.company import Paper
from desktop.core.sheet_content import BoardSheet, Sheet, SummarySheet
from desktop.qtkit.wording import wording
from desktop.sheets.lay_out import lay_out, stands_upright
from desktop.sheets.paper import PrintPaper
from tests.sheets.contents import shop_goal, shop_summary, summary_sheets
from tests.sheets.more_contents import glossary_sheets, team_sheets
from tests.sheets.places import check, one_page

slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def board(sheet: SummarySheet) -> BoardSheet:
    return BoardSheet(sheet.company, sheet.message, sheet.as_of, sheet.today, sheet.rows)


UPRIGHT = st.one_of(
    summary_sheets(),
    summary_sheets().map(board),
    team_sheets(),
    glossary_sheets(),
)


@slow
@given(UPRIGHT, st.sampled_from(["sv", "da", "en", "xx"]), st.sampled_from(list(Paper)))
def test_any_of_them_fits(sheet: Sheet, language: str, paper: Paper) -> None:
    assert stands_upright(sheet)
    for layout in lay_out(sheet, wording(language), paper=paper, upright=True):
        assert layout.height > layout.width
        check(layout)


def test_a_sheet_made_for_the_long_side_lies_on_it() -> None:
    (layout,) = lay_out(shop_goal(2), wording("en"), upright=True)
    assert not stands_upright(shop_goal(2))
    assert (layout.width, layout.height) == (297, 210)


@pytest.mark.parametrize("upright", [True, False])
def test_a3_is_laid_out_as_a4_and_comes_out_larger(upright: bool) -> None:
    large, usual = (
        lay_out(shop_summary(4), wording("en"), paper=paper, upright=upright)
        for paper in (PrintPaper.A3, PrintPaper.A4)
    )
    assert large == usual


def test_an_upright_page_of_letter() -> None:
    (layout,) = lay_out(shop_summary(1), wording("en"), paper=Paper.LETTER, upright=True)
    assert (layout.width, layout.height) == (215.9, 279.4)
    assert one_page(shop_summary(1), wording("en")).width == 297
