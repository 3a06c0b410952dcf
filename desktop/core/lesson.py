"""What was learned the last time a goal was set on the same KPI."""

from __future__ import annotations

from datetime import date

from desktop.core.message import Message, msg
from desktop.core.record import record


@record(frozen=True, slots=True)
class Lesson:
    """The sentence of a review, the day of it, the goal it was about, and how that ended (a few
    words, where its numbers tell)."""

    learned: str
    day: date
    goal: str
    ended: Message | None = None


def lesson_words(lesson: Lesson) -> Message:
    """To stand beside a target that is being typed."""
    if lesson.ended is None:
        return msg(
            "Last time we learned: “{learned}” (“{goal}”, reviewed on {day})",
            learned=lesson.learned,
            goal=lesson.goal,
            day=lesson.day,
        )
    return msg(
        "Last time we learned: “{learned}” (“{goal}” {ended}; reviewed on {day})",
        learned=lesson.learned,
        goal=lesson.goal,
        ended=lesson.ended,
        day=lesson.day,
    )
