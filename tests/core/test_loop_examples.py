"""The growth loops to begin with: whole in every language, over KPIs of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.kpi_library import LANGUAGES, read_library
from desktop.core.loop_examples import read_loops

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LOOPS = {code: read_loops(RESOURCES / "growth_loops" / "loops.toml", code) for code in LANGUAGES}
LIBRARY = {ready.id for ready in read_library(RESOURCES / "library")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_loop_has_words_and_a_ring(language):
    loops = LOOPS[language]
    assert {"referral", "content", "paid", "selling"} <= {loop.key for loop in loops}
    assert len({loop.name for loop in loops}) == len(loops)
    for loop in loops:
        assert loop.text.endswith(".")
        assert len(loop.steps) >= 3
        assert all(step.title == step.title.strip() != "" for step in loop.steps)
        assert {step.kpi for step in loop.steps if step.kpi} <= LIBRARY


def test_the_languages_are_not_copies_of_each_other():
    for one, other in (("sv", "da"), ("sv", "en"), ("da", "en")):
        for here, there in zip(LOOPS[one], LOOPS[other], strict=True):
            assert here.text != there.text
            assert [step.kpi for step in here.steps] == [step.kpi for step in there.steps]
