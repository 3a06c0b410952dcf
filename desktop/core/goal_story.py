"""What a goal meant and what became of it, in sentences from the data: the start of a review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.core.activity import Activity, Verdict
from desktop.core.assessment import Assessment, GoalAssessment
from desktop.core.check_in import CheckIn
from desktop.core.former_plan import FormerPlan
from desktop.core.goal import Goal, KeyResult, Milestone
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, Value, msg, nmsg
from desktop.core.names import name
from desktop.core.record import record
from desktop.core.smart_sentence import trimmed
from desktop.core.unit import Quantity, Unit, UnitKind

_PERCENT = Unit(UnitKind.PERCENT)
_LEAST, _MOST = 0.01, 0.99  # what a forecast is said to give: it is never certain


@record(frozen=True, slots=True)
class ResultStory:
    """A key result: ``kpi`` is empty for a milestone result; ``first`` is what was set out to
    reach before the target was changed, ``steps`` how many steps its plan had."""

    key_result: KeyResult
    kpi: Kpi | None
    how: Assessment
    first: FormerPlan | None = None
    steps: int = 0


@record(frozen=True, slots=True)
class MilestoneStory:
    """A milestone with the day on which it was reached, marked or passed by its value."""

    milestone: Milestone
    reached_on: date | None


@record(frozen=True, slots=True)
class ActivityStory:
    """An activity with what was seen of its KPI before and since, and beside what was expected, in
    words that claim no cause."""

    activity: Activity
    seen: tuple[Message, ...] = ()


@record(frozen=True, slots=True)
class GoalStory:
    """All that the file knows of a goal's time; ``check_ins`` the oldest first."""

    goal: Goal
    how: GoalAssessment
    today: date
    results: tuple[ResultStory, ...] = ()
    milestones: tuple[MilestoneStory, ...] = ()
    activities: tuple[ActivityStory, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()


def meant(story: GoalStory) -> tuple[Message, ...]:
    """What was to happen: the goal, its time, its targets (the first ones too) and milestones."""
    return tuple(_meant(story))


def happened(story: GoalStory) -> tuple[Message, ...]:
    """What did happen, so far as the file knows; nothing is said of what it does not know."""
    return tuple(_happened(story))


def ended_with(results: Sequence[ResultStory]) -> Message | None:
    """Where the numbers ended, in a few words; ``None`` without any."""
    for result in results:
        value, target = result.how.current, result.key_result.target
        if result.kpi is None or value is None:
            continue
        if target is None:
            return msg("came to {value}", value=_in(result.kpi, value))
        return msg(
            "came to {value}, the target was {target}",
            value=_in(result.kpi, value),
            target=_in(result.kpi, target),
        )
    return None


def _meant(story: GoalStory) -> Iterator[Message]:
    goal = story.goal
    yield msg("The goal: {goal}", goal=goal.statement)
    if goal.why:
        yield msg("Why: {why}", why=goal.why)
    if goal.deadline is None:
        yield msg("From {start} until it is reached.", start=goal.start)
    else:
        yield msg("From {start} to {end}.", start=goal.start, end=goal.deadline)
    for result in story.results:
        yield _aim(result)
        yield from _changed_aim(result, goal)
    for each in story.milestones:
        yield msg(
            "Milestone: {title}, by {day}", title=each.milestone.title, day=each.milestone.due
        )


def _aim(result: ResultStory) -> Message:
    kpi, row, title = result.kpi, result.key_result, result.how.name
    if kpi is None:
        return msg("{title}: to be done", title=title)
    if kpi.better is Better.BAND:
        return msg("{kpi}: to stay inside its band", kpi=title)
    if row.target is None:
        return msg("{kpi}: no target was set", kpi=title)
    facts: dict[str, Value] = {
        "kpi": title,
        "target": _in(kpi, row.target),
        "what": name(row.comparison),
    }
    if row.baseline is None:
        return msg("{kpi}: {target} ({what})", **facts)
    facts["baseline"] = _in(kpi, row.baseline)
    return msg("{kpi}: from {baseline} to {target} ({what})", **facts)


def _changed_aim(result: ResultStory, goal: Goal) -> Iterator[Message]:
    kpi, first = result.kpi, result.first
    if kpi is not None and first is not None and first.target is not None:
        if first.target != result.key_result.target:
            yield msg(
                "{kpi}: the first target was {target}, until {day}.",
                kpi=result.how.name,
                target=_in(kpi, first.target),
                day=first.until,
            )
        if first.deadline is not None and first.deadline != goal.deadline:
            yield msg("It was first to end on {day}.", day=first.deadline)
    if result.steps:
        yield nmsg(
            "{kpi}: the plan had {n} step.",
            "{kpi}: the plan had {n} steps.",
            result.steps,
            kpi=result.how.name,
        )
    elif result.key_result.seasonal:
        yield msg("{kpi}: the plan followed the season.", kpi=result.how.name)


def _happened(story: GoalStory) -> Iterator[Message]:
    yield story.how.reason
    own = {each.milestone.key_result_id for each in story.milestones}
    for result in story.results:
        if result.kpi is not None or result.key_result.id not in own:  # its milestone tells it
            yield from _came_to(result)
    yield from _forecasts(story.check_ins)
    for each in story.milestones:
        yield from _milestone(each, story.today)
    for tried in story.activities:
        yield verdict_words(tried.activity)
        yield from tried.seen
    yield from _confidence(story.check_ins)


def _came_to(result: ResultStory) -> Iterator[Message]:
    kpi, how = result.kpi, result.how
    if kpi is None:
        done = result.key_result.done_on
        yield (
            msg("{title}: not done", title=how.name)
            if done is None
            else msg("{title}: done on {day}", title=how.name, day=done)
        )
        return
    if how.current is None or how.as_of is None:
        yield msg("{kpi}: there are no values to judge by.", kpi=how.name)
        return
    facts: dict[str, Value] = {
        "kpi": how.name,
        "value": _in(kpi, how.current),
        "day": how.as_of,
    }
    if how.progress is None:
        yield msg("{kpi}: {value} as of {day}.", **facts)
    else:
        facts["share"] = Quantity(how.progress, _PERCENT)
        yield msg("{kpi}: {value} as of {day}, {share} of the way.", **facts)


def _forecasts(check_ins: Sequence[CheckIn]) -> Iterator[Message]:
    """What the forecast gave at the first and at the last check-in that knew one."""
    known = [each for each in check_ins if each.probability is not None]
    if not known:
        return
    first, last = known[0], known[-1]
    if first.day == last.day:
        yield msg("On {day} the forecast gave it {chance}.", day=first.day, chance=_chance(first))
    else:
        yield msg(
            "On {first} the forecast gave it {before}, on {last} {after}.",
            first=first.day,
            before=_chance(first),
            last=last.day,
            after=_chance(last),
        )


def _chance(check_in: CheckIn) -> Quantity:
    return Quantity(min(max(check_in.probability or 0.0, _LEAST), _MOST), _PERCENT)


def _milestone(story: MilestoneStory, today: date) -> Iterator[Message]:
    milestone, day = story.milestone, story.reached_on
    if day is not None and day <= milestone.due:
        yield msg("Milestone reached on {day}, in time: {title}", day=day, title=milestone.title)
    elif day is not None:
        yield msg(
            "Milestone reached on {day}, due on {due}: {title}",
            day=day,
            due=milestone.due,
            title=milestone.title,
        )
    elif milestone.due < today:
        yield msg(
            "Milestone missed, due on {due}: {title}", due=milestone.due, title=milestone.title
        )


def verdict_words(activity: Activity) -> Message:
    """What was decided of an activity, with the reason where one was given."""
    facts: dict[str, Value] = {"activity": trimmed(activity.title)}
    why = trimmed(activity.conclusion)
    if why:
        facts["why"] = why
        if activity.verdict is Verdict.KEPT:
            return msg("Tried and kept: {activity}. {why}.", **facts)
        if activity.verdict is Verdict.KILLED:
            return msg("Tried and killed: {activity}. {why}.", **facts)
        return msg("Tried, not decided on yet: {activity}. {why}.", **facts)
    if activity.verdict is Verdict.KEPT:
        return msg("Tried and kept: {activity}.", **facts)
    if activity.verdict is Verdict.KILLED:
        return msg("Tried and killed: {activity}.", **facts)
    return msg("Tried, not decided on yet: {activity}.", **facts)


def _confidence(check_ins: Sequence[CheckIn]) -> Iterator[Message]:
    said = [each for each in check_ins if each.confidence is not None]
    if len(said) < 2:
        return
    yield nmsg(
        "Confidence went from {first} to {last} of 10 over {n} check-in.",
        "Confidence went from {first} to {last} of 10 over {n} check-ins.",
        len(said),
        first=said[0].confidence or 0,
        last=said[-1].confidence or 0,
    )


def _in(kpi: Kpi, value: float) -> Quantity:
    return kpi.quantity(value)
