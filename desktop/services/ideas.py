"""Ideas from everyone: noted, held against the goals, and answered with a reason."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.activity import Activity
from desktop.core.faults import NotAllowed
from desktop.core.goal import GoalState
from desktop.core.idea import Answer, Idea, answered, checked, reply
from desktop.core.message import msg
from desktop.core.record import record
from desktop.core.wording import Wording
from desktop.services.activities import begin_activity, save_activity
from desktop.services.goals import goal, goals
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.habit_tables import IDEAS
from desktop.store.table import id_of
from desktop.store.tables import GOALS, PEOPLE


@record(frozen=True, slots=True)
class IdeaView:
    """An idea with the statement of the goal that it would serve, empty for none."""

    idea: Idea
    goal: str


def ideas(ws: Workspace) -> list[IdeaView]:
    """Those that wait first, the oldest of them at the top; then the answered ones, the answer
    that was given last at the top."""
    statements = {each.id: each.statement for each in GOALS.all(ws.connection)}
    everything = IDEAS.all(ws.connection)
    waiting = [each for each in everything if each.answer is Answer.WAITING]
    done = [each for each in everything if each.answer is not Answer.WAITING]
    done.sort(key=lambda each: (each.answered_on or each.day, each.id or 0), reverse=True)
    return [IdeaView(each, statements.get(each.goal_id, "")) for each in (*waiting, *done)]


def idea(ws: Workspace, idea_id: int) -> Idea:
    """Raises :class:`NotAllowed` when there is none (any more)."""
    found = IDEAS.get(ws.connection, idea_id)
    if found is None:
        raise NotAllowed(msg("This idea is no longer there."))
    return found


def known_names(ws: Workspace) -> list[str]:
    """Who may have had an idea: the company's people, and whoever has had one before."""
    names = [each.name for each in PEOPLE.all(ws.connection)]
    names += [each.who for each in IDEAS.all(ws.connection) if each.who]
    return list(dict.fromkeys(names))


def goals_to_serve(ws: Workspace) -> list[tuple[int, str]]:
    """The goals that an idea may be held against: those that are worked on."""
    worked_on = (GoalState.ACTIVE, GoalState.DRAFT)
    return [(id_of(each), each.statement) for each in goals(ws) if each.state in worked_on]


def note_idea(ws: Workspace, title: str, who: str = "") -> Idea:
    """A new idea of today; raises :class:`NotAllowed` without words."""
    return save_idea(ws, Idea(title=title, who=who, day=ws.today()))


def save_idea(ws: Workspace, changed: Idea) -> Idea:
    """The idea with its ``id``; raises :class:`NotAllowed` without words."""
    changed = checked(changed)
    if changed.id is not None:
        idea(ws, changed.id)
    label = (
        msg("Note the idea “{idea}”", idea=changed.title)
        if changed.id is None
        else msg("Change the idea “{idea}”", idea=changed.title)
    )
    with ws.action(label):
        return IDEAS.save(ws.connection, changed)


def answer_idea(
    ws: Workspace, idea_id: int, answer: Answer, reason: str, goal_id: int | None = None
) -> Idea:
    """Park it, decline it, or let it wait again; an answer to an adopted one leaves its activity.

    ``goal_id`` is the goal that it would serve, ``None`` for none of them.  Raises
    :class:`NotAllowed` for a new answer without a reason, and for ``ADOPTED``, which an idea
    becomes by :func:`adopt_idea` only.
    """
    if answer is Answer.ADOPTED:
        raise NotAllowed(msg("An idea is adopted by making it an activity."))
    found = answered(idea(ws, idea_id), answer, reason, ws.today(), goal_id)
    labels = {
        Answer.WAITING: msg("Let the idea “{idea}” wait", idea=found.title),
        Answer.PARKED: msg("Park the idea “{idea}”", idea=found.title),
        Answer.DECLINED: msg("Decline the idea “{idea}”", idea=found.title),
    }
    with ws.action(labels[answer]):
        return IDEAS.save(ws.connection, found)


def adopt_idea(ws: Workspace, idea_id: int, reason: str, goal_id: int | None) -> Activity:
    """Make it an activity on the goal, in one action; the activity waits for its effect and its
    day.  Raises :class:`NotAllowed` without a goal, and when it is one already."""
    found = idea(ws, idea_id)
    if found.activity_id is not None:
        raise NotAllowed(msg("This idea is an activity already."))
    found = answered(found, Answer.ADOPTED, reason, ws.today(), goal_id)
    fresh = begin_activity(ws, goal_id or 0, found.title)
    with ws.action(msg("Adopt the idea “{idea}”", idea=found.title)):
        made = save_activity(ws, fresh)
        IDEAS.save(ws.connection, replace(found, activity_id=made.id))
    return made


def delete_idea(ws: Workspace, idea_id: int) -> None:
    """Raises :class:`NotAllowed` when there is none (any more)."""
    found = idea(ws, idea_id)
    with ws.action(msg("Delete the idea “{idea}”", idea=found.title)):
        IDEAS.delete(ws.connection, idea_id)


def reply_text(ws: Workspace, idea_id: int, words: Wording) -> str:
    """The answer to be sent, in ``words`` (those of the company's language), signed by the
    company."""
    found = idea(ws, idea_id)
    statement = "" if found.goal_id is None else goal(ws, found.goal_id).statement
    paragraphs = [words.say(each) for each in reply(found, statement)]
    return "\n\n".join(paragraphs) + f"\n{read_company(ws.connection).name}"
