"""Which questions a sitting has, in their order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.core.sitting import Sitting
from desktop.ui.guide.check_question import CheckQuestion
from desktop.ui.guide.far_question import FarQuestion
from desktop.ui.guide.kpi_question import KpiQuestion
from desktop.ui.guide.place_question import PlaceQuestion
from desktop.ui.guide.question import Question
from desktop.ui.guide.sketch import Sketch
from desktop.ui.guide.source_question import SourceQuestion
from desktop.ui.guide.time_question import TimeQuestion
from desktop.ui.guide.way_question import WayQuestion
from desktop.ui.guide.word_questions import (
    ResourcesQuestion,
    SeenQuestion,
    TriesQuestion,
    WhatQuestion,
    WhyQuestion,
)

MakeQuestion = Callable[[Sketch], Question]


def questions_of(sitting: Sitting, sketch: Sketch) -> list[MakeQuestion]:
    """The questions; those of the third sitting follow the numbers that were chosen."""
    match sitting:
        case Sitting.GOAL:
            return [WayQuestion, WhatQuestion, WhyQuestion, PlaceQuestion]
        case Sitting.SIGNS:
            return [SeenQuestion, KpiQuestion]
        case Sitting.MEASURE:
            numbers: list[MakeQuestion] = []
            for place in sketch.numbers():
                numbers += [partial(FarQuestion, place=place), partial(SourceQuestion, place=place)]
            return [TimeQuestion, *numbers, ResourcesQuestion, TriesQuestion, CheckQuestion]
