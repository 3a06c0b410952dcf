"""Ideas: what may be saved, what an answer takes, and the reply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.idea import Answer, Idea, answered, checked, reply
from desktop.qtkit.wording import wording

TODAY = date(2026, 11, 24)
IDEA = Idea(id=1, title="A stand at the fair", who="Robin", day=date(2026, 11, 2))


def test_an_idea_needs_words_only() -> None:
    kept = checked(replace(IDEA, title=" A  stand ", who=" Robin ", details=" big "))
    assert (kept.title, kept.who, kept.details) == ("A stand", "Robin", "big")
    with pytest.raises(NotAllowed):
        checked(replace(IDEA, title=" \n"))


@pytest.mark.parametrize(
    ("answer", "reason", "goal_id"),
    [
        (Answer.PARKED, " ", 1),
        (Answer.DECLINED, "", None),
        (Answer.ADOPTED, "It serves it", None),
    ],
)
def test_what_is_no_answer(answer: Answer, reason: str, goal_id: int | None) -> None:
    with pytest.raises(NotAllowed):
        answered(IDEA, answer, reason, TODAY, goal_id)


def test_an_answer_can_be_taken_back() -> None:
    parked = answered(IDEA, Answer.PARKED, " After the summer ", TODAY, 4)
    assert (parked.answer, parked.reason, parked.goal_id) == (
        Answer.PARKED,
        "After the summer",
        4,
    )
    assert parked.answered_on == TODAY
    waiting = answered(replace(parked, activity_id=7), Answer.WAITING, parked.reason, TODAY)
    assert (waiting.answered_on, waiting.activity_id, waiting.goal_id) == (None, None, 4)


def test_the_reply() -> None:
    adopted = replace(IDEA, answer=Answer.ADOPTED, who="")
    assert [wording("en").say(each) for each in reply(adopted, "Grow")] == [
        "Hello,",
        "Thank you for your idea: “A stand at the fair”.",
        "We are going to try it. It serves our goal “Grow”.",
        "Do send us the next one too.",
    ]
    parked = replace(IDEA, answer=Answer.PARKED, reason="After the {summer}.")
    assert [wording("en").say(each) for each in reply(parked, "Grow")] == [
        "Hello Robin,",
        "Thank you for your idea: “A stand at the fair”.",
        "We keep it for later. It is not forgotten, but now is not the time. "
        "We held it against our goal “Grow”.",
        "After the {summer}.",
        "Do send us the next one too.",
    ]
    with pytest.raises(ValueError, match="waits"):
        reply(IDEA, "")
