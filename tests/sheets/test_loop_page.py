"""The sheet of a growth loop: one page, the whole ring, and nothing on top of anything else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.core.company import Company, Paper
from desktop.core.growth_loop import LoopStep
from desktop.core.kpi import Kpi
from desktop.core.loop_flow import FlowStep, loop_flow
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.sheet_loop import LoopSheet
from desktop.qtkit.wording import wording
from desktop.sheets.lay_out import lay_out
from desktop.sheets.pdf import write_pdf

JANUARY = Period(Cadence.MONTH, date(2026, 1, 1))


def sheet(count: int, months: int = 9) -> LoopSheet:
    """A ring of ``count`` steps, each half of the one before."""
    steps = []
    for n in range(count):
        kpi = Kpi(name=f"Steg {n + 1} med ett ganska långt namn", key=f"s{n}")
        values = tuple(Measurement(JANUARY.shift(m), 512.0 / 2**n) for m in range(months))
        steps.append(FlowStep(LoopStep(loop_id=1), kpi, values))
    by_key = {step.kpi.key: step.kpi for step in steps if step.kpi is not None}
    flow = loop_flow(steps, by_key, Cadence.MONTH)
    return LoopSheet(Company(name="Raggsockan"), date(2026, 10, 5), "Nyhetsbrevet", flow)


def test_the_pdf_has_one_page_with_every_step_and_conversion(tmp_path: Path) -> None:
    write_pdf(tmp_path / "loop.pdf", lay_out(sheet(3), wording("en")), Paper.A4)
    (page,) = PdfReader(tmp_path / "loop.pdf").pages
    text = " ".join(page.extract_text().split())
    for wanted in ("Nyhetsbrevet", "1. Steg 1", "3. Steg 3", "50.0%", "4.00 for each"):
        assert wanted in text, wanted
    assert "September 2026" in text


@pytest.mark.parametrize("count", [0, 1, 2, 5, 9])
def test_everything_lies_on_the_page(count: int) -> None:
    (layout,) = lay_out(sheet(count), wording("sv"))
    blocks = dict(layout.blocks)
    assert not blocks["ring"].overlaps(blocks["links"])
    for line in (each for each in layout.elements if type(each).__name__ == "TextLine"):
        assert 0 <= line.box.x <= line.box.right <= layout.width  # type: ignore[union-attr]
        assert 0 <= line.box.y <= line.box.bottom <= layout.height  # type: ignore[union-attr]
