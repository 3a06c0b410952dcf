"""OKR: what is missing in an objective, its score in words, and the company's time frames."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.goal_frame import time_frames, usual_deadline
from desktop.core.kpi import Better, Kpi
from desktop.core.okr import OkrRow, check_okr, measure_lines, score_words
from desktop.qtkit.wording import wording

VISITS = Kpi(name="Visits")
LEVEL = KeyResult(goal_id=1, kpi_id=1, baseline=10.0, target=20.0)
GOAL = Goal(statement="Everyone thinks of us first", why="We live here", start=date(2027, 1, 1))


def said(goal: Goal, rows: list[OkrRow]) -> list[str]:
    return [wording("en").say(each) for each in check_okr(goal, rows)]


def test_two_numbers_from_somewhere_to_somewhere_are_enough() -> None:
    assert said(GOAL, [OkrRow(LEVEL, VISITS)] * 2) == []


def test_an_objective_has_no_numbers_of_its_own() -> None:
    found = said(replace(GOAL, statement="500 orders"), [OkrRow(LEVEL, VISITS)] * 2)
    assert found == ["An objective inspires in words; leave the numbers to the key results."]


@pytest.mark.parametrize(("count", "words"), [(0, "two to five"), (1, "two to five"), (6, "6 key")])
def test_two_to_five(count: int, words: str) -> None:
    (found,) = said(GOAL, [OkrRow(LEVEL, VISITS)] * count)
    assert words in found


def test_what_a_key_result_lacks_is_said_with_its_name() -> None:
    empty = replace(LEVEL, baseline=None, target=None)
    total = replace(empty, comparison=Comparison.TOTAL)
    assert said(GOAL, [OkrRow(empty, VISITS), OkrRow(total, VISITS)]) == [
        "Visits: write the number to reach.",
        "Visits: write where it stands today.",
        "Visits: write the number to reach.",
    ]


def test_what_is_done_and_what_stays_in_a_band_need_no_target() -> None:
    done = KeyResult(goal_id=1, title="Opened")
    band = Kpi(name="Stock", better=Better.BAND)
    assert said(GOAL, [OkrRow(done, None), OkrRow(KeyResult(goal_id=1), band)]) == []


def test_an_empty_objective() -> None:
    assert said(replace(GOAL, statement="", why=""), []) == [
        "Write the objective.",
        "Say why it matters.",
        "Choose two to five numbers that show it.",
    ]


@pytest.mark.parametrize(
    ("score", "aspirational", "words"),
    [
        (0.72, True, "Score 0.7 of 1.0. For an aspirational goal this is well done."),
        (0.4, True, "Score 0.4 of 1.0. For an aspirational goal 0.7 is well done."),
        (0.7, False, "Score 0.7 of 1.0. A committed goal is to reach 1.0."),
        (0.69, True, "Score 0.6 of 1.0. For an aspirational goal 0.7 is well done."),
        (0.1 * 7, True, "Score 0.7 of 1.0. For an aspirational goal this is well done."),
        (1.0 - 0.1 * 3, True, "Score 0.7 of 1.0. For an aspirational goal this is well done."),
        (0.98, False, "Score 0.9 of 1.0. A committed goal is to reach 1.0."),
        (0.58, False, "Score 0.6 of 1.0. A committed goal is to reach 1.0."),
        (1.0, False, "Score 1.0 of 1.0. A committed goal is to reach 1.0."),
    ],
)
def test_what_a_score_means(score: float, aspirational: bool, words: str) -> None:
    assert wording("en").say(score_words(score, aspirational=aspirational)) == words


def test_a_line_for_each_key_result() -> None:
    rows = [
        OkrRow(LEVEL, VISITS),
        OkrRow(replace(LEVEL, target=None), VISITS),
        OkrRow(KeyResult(goal_id=1, title="Opened"), None),
    ]
    lines = [wording("en").say(line) for line in measure_lines(rows)]
    assert lines == ["Visits from 10 to 20", "Visits", "Opened"]


def test_frames_follow_the_fiscal_year() -> None:
    frames = time_frames(date(2026, 11, 24), 5)
    assert [(frame.start, frame.deadline) for frame in frames] == [
        (date(2027, 5, 1), date(2028, 4, 30)),
        (date(2026, 11, 24), date(2027, 4, 30)),
        (date(2027, 2, 1), date(2027, 4, 30)),
        (date(2026, 11, 24), date(2027, 1, 31)),
    ]
    assert wording("en").say(frames[0].name) == "Coming fiscal year, 2027/28"


def test_little_of_a_year_is_not_enough() -> None:
    assert usual_deadline(date(2026, 3, 1), 1) == date(2026, 12, 31)
    assert usual_deadline(date(2026, 11, 24), 1) == date(2027, 12, 31)
