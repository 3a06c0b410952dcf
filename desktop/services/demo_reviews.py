"""The sample company's reviews: of a quarter, and of a goal whose number is reached."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from desktop.core.period import Cadence, Period
from desktop.core.review import TEXTS, Review
from desktop.services.demo_words import DemoWords
from desktop.services.goals import goals
from desktop.services.reviews import save_review
from desktop.services.workspace import Workspace

_SEEN_AFTER = timedelta(days=9)  # after the end of the quarter


def add_reviews(ws: Workspace, words: DemoWords) -> None:
    """The quarter before the last, so that the last one can be looked back on; and the goal of
    the customers who come back."""
    today = ws.today()
    quarter = Period.containing(Cadence.QUARTER, today).shift(-2)
    save_review(
        ws,
        Review(
            period_start=quarter.start,
            period_end=quarter.end,
            day=quarter.end + _SEEN_AFTER,
            **_texts(words, "quarter"),
        ),
    )
    goal = next(each for each in goals(ws) if each.statement == words("return"))
    save_review(
        ws,
        Review(
            goal_id=goal.id,
            day=today - timedelta(days=today.weekday() + 11),
            **_texts(words, "return"),
        ),
    )


def _texts(words: DemoWords, which: str) -> dict[str, Any]:
    return {name: words(f"review_{which}_{name}") for name in TEXTS}
