"""A signal in a leading KPI warns a goal on the lagging one, and when it must stay silent."""

from __future__ import annotations

from datetime import date

from desktop.core.goal import Goal, GoalState
from desktop.core.kpi import Better, Kpi
from desktop.core.lead_lag import LeadLag, Sure
from desktop.core.link_words import lag_words
from desktop.core.message import Message, Value, msg
from desktop.core.need import Action, Need
from desktop.core.period import Period
from desktop.core.record import record
from desktop.core.this_week import KpiNews

_SIDES = {Better.HIGHER: 1, Better.LOWER: -1}


@record(frozen=True, slots=True)
class JudgedLink:
    """A link with an expected ``lag``, in periods of ``felt``'s cadence.

    ``felt`` is the period in which the lagging KPI would follow what the newest value of the
    leading one tells, ``last`` the newest whole period of the lagging one that is known.
    """

    leading: Kpi
    lagging: Kpi
    lag: int
    test: LeadLag
    felt: Period
    last: Period | None


def warning(goal: Goal, link: JudgedLink, news: KpiNews | None, today: date) -> Need | None:
    """What warns a goal with a key result on the lagging KPI, and leads to the links of the
    leading one; ``None`` when nothing does.

    It takes a signal in the newest value of the leading one (``news``), bad for the lagging one:
    by the way the two have moved together where that is hardly chance, otherwise by what is better
    for each.  Silent for a goal that does not run, for a link in which the history sees nothing,
    inside a band (which way is bad is not known), and once the lagging one has shown what came.
    """
    running = goal.state is GoalState.ACTIVE and goal.start <= today
    if not running or news is None or link.test.sure in (Sure.NOTHING, Sure.FLAT):
        return None
    if _bad_side(link) != news.side or _over(link, today):
        return None
    words = msg("{what} {then}", what=_what(news), then=_then(link))
    return Need(words, Action.OPEN_LINK, link.leading.id)


def in_this_week(goal: Goal, warned: Need) -> Need:
    """The warning where it stands apart from its goal."""
    words = msg("“{goal}”: {warning}", goal=goal.statement, warning=warned.message)
    return Need(words, warned.action, warned.target_id)


def _bad_side(link: JudgedLink) -> int:
    """The side of the leading KPI that is bad for the lagging one; 0 when it is not known."""
    bad = -_SIDES.get(link.lagging.better, 0)
    told = link.test.told
    if link.test.sure is Sure.HARDLY_CHANCE and told is not None:
        return bad if told.strength > 0 else -bad
    return bad * _SIDES.get(link.lagging.better, 0) * _SIDES.get(link.leading.better, 0)


def _over(link: JudgedLink, today: date) -> bool:
    """Whether what was to come is there, or so long ago that nobody will see it any more."""
    known = link.last is not None and link.felt <= link.last
    return known or link.felt.shift(1).end < today


def _what(news: KpiNews) -> Message:
    facts: dict[str, Value] = {"kpi": news.kpi.name, "period": news.measurement.period}
    if news.alone and news.side < 0:
        return msg("{kpi} fell below its natural limits ({period}).", **facts)
    if news.alone:
        return msg("{kpi} rose above its natural limits ({period}).", **facts)
    if news.side < 0:
        return msg("{kpi} has moved down from its usual level ({period}).", **facts)
    return msg("{kpi} has moved up from its usual level ({period}).", **facts)


def _then(link: JudgedLink) -> Message:
    """What usually follows, or what the company expects to."""
    facts: dict[str, Value] = {
        "lagging": link.lagging.name,
        "when": lag_words(link.lag, link.felt.cadence),
        "period": link.felt,
    }
    if link.test.sure is Sure.HARDLY_CHANCE:
        return msg("It usually shows in {lagging} {when}: {period}.", **facts)
    return msg("You expect it to show in {lagging} {when}: {period}.", **facts)
