"""What is asked in the three sittings."""

from __future__ import annotations

import pytest

from desktop.core.goal_examples import read_examples
from desktop.core.message import Message
from desktop.core.resources import resource
from desktop.core.sitting import Sitting, Way
from desktop.core.sitting_questions import (
    Part,
    Topic,
    ladder_rows,
    letter_rows,
    objective_rows,
    part_label,
    question_words,
    sitting_end,
    topics,
    way_words,
)
from desktop.core.smart import Letter


def test_every_question_belongs_to_one_sitting() -> None:
    asked = [topic for sitting in Sitting for topic in topics(sitting)]
    assert sorted(asked) == sorted(Topic)


@pytest.mark.parametrize("way", list(Way))
def test_every_question_has_words_of_its_own(way: Way) -> None:
    titles = [question_words(topic, way).title.text for topic in Topic if topic is not Topic.SOURCE]
    assert len(set(titles)) == len(titles)
    assert all(question_words(topic, way).hint.text for topic in Topic)


def test_an_objective_is_asked_for_what_inspires_and_several_numbers() -> None:
    asked = {
        way: [question_words(topic, way).title.text for topic in (Topic.WHAT, Topic.NUMBERS)]
        for way in Way
    }
    assert asked[Way.SMART] == ["What exactly do we want to reach?", "Which number shows it best?"]
    assert asked[Way.OKR] == [
        "Which objective would inspire us?",
        "Which two to five numbers show it?",
    ]


def test_every_part_way_and_end_has_words() -> None:
    labels = [part_label(part) for part in Part]
    assert all(isinstance(label, Message) for label in labels)
    assert len({label.text for label in labels}) == len(labels)
    assert len({way_words(way).title.text for way in Way}) == 2
    assert len({sitting_end(sitting).title.text for sitting in Sitting}) == 3


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_examples_go_from_vague_to_clear(language: str) -> None:
    examples = read_examples(resource("goal_examples", "examples.toml"), language)
    rows = ladder_rows(examples.smart[0])
    assert rows[0] == (Message("At first"), examples.smart[0].vague)
    assert len(rows) == 1 + len(Letter)
    assert len(objective_rows(examples.okr[0])) == 1 + len(examples.okr[0].key_results)
    for name, text in letter_rows(examples.smart, Letter.RELEVANT):
        assert name
        assert text
