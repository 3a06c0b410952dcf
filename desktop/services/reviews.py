"""After Action Reviews: which are due, what the data has to say, and what was learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal
from desktop.core.goal_story import ended_with, happened, meant
from desktop.core.lesson import Lesson
from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.core.pulse import pulse_summary
from desktop.core.record import record
from desktop.core.review import TEXTS, Review
from desktop.core.reviews_due import ReviewDue, reviews_due
from desktop.services.goal_stories import goal_story
from desktop.services.goals import goal
from desktop.services.sittings import raised_in_turn
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.habit_tables import REVIEWS
from desktop.store.table import id_of
from desktop.store.tables import GOALS, KEY_RESULTS


@record(frozen=True, slots=True)
class Basis:
    """What a review begins with: sentences from the data for the first two questions, and beside
    them the pulse of the people who carried the goal, where they were asked."""

    meant: tuple[Message, ...]
    happened: tuple[Message, ...]
    pulse: tuple[Message, ...] = ()


def reviews(ws: Workspace) -> list[Review]:
    """All that were made, the newest first."""
    return REVIEWS.all(ws.connection)[::-1]


def review(ws: Workspace, review_id: int) -> Review:
    """Raises :class:`NotAllowed` when it is no longer there."""
    found = REVIEWS.get(ws.connection, review_id)
    if found is None:
        raise NotAllowed(msg("This review is no longer there."))
    return found


def review_of_goal(ws: Workspace, goal_id: int) -> Review | None:
    """The newest review of a goal."""
    found = REVIEWS.all(ws.connection, "goal_id = ?", goal_id)
    return found[-1] if found else None


def due(ws: Workspace) -> tuple[ReviewDue, ...]:
    """The goals and periods that are over and not looked back on."""
    return reviews_due(
        GOALS.all(ws.connection),
        REVIEWS.all(ws.connection),
        ws.today(),
        read_company(ws.connection).year_start,
    )


def begin(ws: Workspace, due: ReviewDue) -> Review:
    """An empty review of today; what the data says is asked of :func:`basis`."""
    if due.goal is not None:
        return Review(goal_id=id_of(due.goal), day=ws.today())
    if due.period is not None:
        return Review(period_start=due.period.start, period_end=due.period.end, day=ws.today())
    raise ValueError("a review is of a goal or of a period")


def basis(ws: Workspace, of: Review) -> Basis:
    """What the data says of what a review is about.  Raises :class:`NotAllowed` when its goal is
    no longer there."""
    if of.goal_id is not None:
        story = goal_story(ws, goal(ws, of.goal_id))
        return Basis(meant(story), happened(story), pulse_summary(story.check_ins))
    from desktop.services.period_story import period_basis  # the whole of a report

    period = period_of(ws, of)
    return Basis((), ()) if period is None else Basis(*period_basis(ws, period))


def period_of(ws: Workspace, of: Review) -> Period | None:
    """The quarter or fiscal year that a review is of; ``None`` for another span, or a goal."""
    if of.period_start is None or of.period_end is None:
        return None
    year_start = read_company(ws.connection).year_start
    for cadence in (Cadence.QUARTER, Cadence.YEAR, Cadence.MONTH, Cadence.WEEK):
        found = Period.containing(cadence, of.period_start, year_start)
        if (found.start, found.end) == (of.period_start, of.period_end):
            return found
    return None


def title(ws: Workspace, of: Review) -> Message:
    """What a review is about."""
    if of.goal_id is not None:
        found = GOALS.get(ws.connection, of.goal_id)
        return msg("{goal}", goal="" if found is None else found.statement)
    period = period_of(ws, of)
    if period is not None:
        return msg("{period}", period=period)
    if of.period_start is None or of.period_end is None:
        return msg("Review")
    return msg("{first} to {last}", first=of.period_start, last=of.period_end)


def save_review(ws: Workspace, review: Review) -> Review:
    """The review with its ``id``.  Raises :class:`NotAllowed` when it says nothing, is of a day to
    come, or its goal is no longer there."""
    review = replace(review, **{name: getattr(review, name).strip() for name in TEXTS})
    if not any(getattr(review, name) for name in TEXTS):
        raise NotAllowed(msg("Answer at least one of the questions."))
    if review.day > ws.today():
        raise NotAllowed(msg("A review cannot be of a day to come."))
    if review.goal_id is not None:
        goal(ws, review.goal_id)
    elif review.period_start is None or review.period_end is None:
        raise NotAllowed(msg("A review is of a goal or of a period."))
    with ws.action(msg("Review “{what}”", what=title(ws, review))):
        return REVIEWS.save(ws.connection, review)


def delete_review(ws: Workspace, review_id: int) -> None:
    """Raises :class:`NotAllowed` when there is none (any more)."""
    found = review(ws, review_id)
    with ws.action(msg("Delete the review of “{what}”", what=title(ws, found))):
        REVIEWS.delete(ws.connection, review_id)


def lesson(ws: Workspace, kpi_id: int) -> Lesson | None:
    """What was learned last of a goal that used a KPI."""
    used = {row.goal_id for row in KEY_RESULTS.all(ws.connection, "kpi_id = ?", kpi_id)}
    for each in reviews(ws):
        if each.learned and each.goal_id in used:
            return _lesson(ws, each, kpi_id)
    return None


def earlier_reviews(ws: Workspace, goal_id: int) -> tuple[tuple[Goal, Review], ...]:
    """The reviews of the goals that this one was raised from, the nearest first."""
    found = []
    for earlier in raised_in_turn(ws, goal_id):
        known = review_of_goal(ws, id_of(earlier))
        if known is not None:
            found.append((earlier, known))
    return tuple(found)


def _lesson(ws: Workspace, of: Review, kpi_id: int) -> Lesson:
    about = goal(ws, of.goal_id or 0)
    story = goal_story(ws, about)
    own = [each for each in story.results if each.key_result.kpi_id == kpi_id]
    return Lesson(of.learned, of.day, about.statement, ended_with(own))


def matching(found: Sequence[tuple[str, Review]], text: str) -> list[tuple[str, Review]]:
    """The reviews (each with its title in words) in which every word of ``text`` stands."""
    words = text.casefold().split()
    return [
        (title, each) for title, each in found if all(word in _said(title, each) for word in words)
    ]


def _said(title: str, of: Review) -> str:
    return " ".join((title, *(getattr(of, name) for name in TEXTS))).casefold()
