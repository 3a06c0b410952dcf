"""The sheet of an After Action Review, filled in as far as it has come."""

from __future__ import annotations

from desktop.core.review import Review
from desktop.core.sheet_review import ReviewSheet
from desktop.services.company import company
from desktop.services.goals import goal
from desktop.services.reviews import basis, review_of_goal, title
from desktop.services.workspace import Workspace


def review_sheet(ws: Workspace, review: Review) -> ReviewSheet:
    """A review, saved or not.  Raises :class:`NotAllowed` when its goal is no longer there."""
    told = basis(ws, review)
    return ReviewSheet(
        company=company(ws),
        today=ws.today(),
        title=title(ws, review),
        review=review,
        meant=told.meant,
        happened=told.happened,
        pulse=told.pulse,
    )


def goal_review_sheet(ws: Workspace, goal_id: int) -> ReviewSheet:
    """The newest review of a goal, or one to be filled in by hand."""
    found = goal(ws, goal_id)
    made = review_of_goal(ws, goal_id)
    return review_sheet(ws, made or Review(goal_id=found.id, day=ws.today()))
