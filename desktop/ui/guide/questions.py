"""Which questions a sitting has, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from desktop.core.sitting import Sitting
from desktop.core.sitting_questions import Topic, topics
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

_OF_THE_GOAL: Mapping[Topic, MakeQuestion] = {
    Topic.WAY: WayQuestion,
    Topic.WHAT: WhatQuestion,
    Topic.WHY: WhyQuestion,
    Topic.PLACE: PlaceQuestion,
    Topic.SEEN: SeenQuestion,
    Topic.NUMBERS: KpiQuestion,
    Topic.TIME: TimeQuestion,
    Topic.RESOURCES: ResourcesQuestion,
    Topic.TRIES: TriesQuestion,
    Topic.CHECK: CheckQuestion,
}


def questions_of(sitting: Sitting, sketch: Sketch) -> list[MakeQuestion]:
    """The questions; how far and where from are asked of each number that was chosen."""
    found: list[MakeQuestion] = []
    for topic in topics(sitting):
        if topic is Topic.FAR:
            for place in sketch.numbers():
                found += [partial(FarQuestion, place=place), partial(SourceQuestion, place=place)]
        elif topic is not Topic.SOURCE:  # asked with how far
            found.append(_OF_THE_GOAL[topic])
    return found
