"""Each stage has its question, its explanation and KPIs of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.focus import Stage
from desktop.core.kpi_library import read_library
from desktop.core.stage_guide import stage_guide

LIBRARY = {
    ready.id
    for ready in read_library(Path(__file__).resolve().parents[2] / "resources" / "library")
}


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_asks_one_thing_and_names_ready_kpis(stage):
    guide = stage_guide(stage)
    assert guide.question.text.endswith("?")
    assert guide.text.text.count(". ") >= 2
    assert len(guide.kpis) >= 5
    assert len(set(guide.kpis)) == len(guide.kpis)
    assert set(guide.kpis) <= LIBRARY
