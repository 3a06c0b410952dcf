"""Advice on how a goal is worded: short, and in words that people use."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.advice import LONGEST, Advice, AdviceKind, Part, Place, called
from desktop.core.advice_situation import Situation
from desktop.core.advice_words import AdviceWords, jargon_in
from desktop.core.goal import Goal
from desktop.core.message import Message, msg, nmsg


def wordy_titles(situation: Situation) -> Iterator[Advice]:
    """Active and drafted goals whose titles are long or in jargon.  A title that is the whole
    sentence of the guide is as long as was asked for."""
    for goal in situation.written:
        if goal.id not in situation.sentences:
            yield from _long(goal)
        yield from _jargon(situation, goal)


def title_notes(title: str, words: AdviceWords) -> tuple[Message, ...]:
    """What is said below a title while it is typed; nothing of one that is short and plain."""
    notes: list[Message] = []
    if len(title) > LONGEST:
        notes.append(
            nmsg(
                "{n} character. A goal that fits into {most} is remembered; numbers and dates have "
                "fields of their own.",
                "{n} characters. A goal that fits into {most} is remembered; numbers and dates "
                "have fields of their own.",
                len(title),
                most=LONGEST,
            )
        )
    if (found := jargon_in(title, words)) is not None:
        word, plain = found
        notes.append(
            msg(
                "“{word}” is jargon. Say it as you would to a customer or a new colleague, such "
                "as “{plain}”.",
                word=word,
                plain=plain,
            )
        )
    return tuple(notes)


def _long(goal: Goal) -> Iterator[Advice]:
    length = len(goal.statement)
    if length <= LONGEST or goal.id is None:
        return
    yield Advice(
        kind=AdviceKind.LONG_TITLE,
        subject=f"goal {goal.id}",
        message=nmsg(
            "“{goal}” is {n} character long.",
            "“{goal}” is {n} characters long.",
            length,
            goal=called(goal),
        ),
        why=msg(
            "A goal that fits into {most} characters is remembered. Numbers and dates have "
            "fields of their own, and the reason belongs to why.",
            most=LONGEST,
        ),
        place=Place("goals", goal.id, Part.STATEMENT),
        facts=goal.statement,
        goal_ids=(goal.id,),
    )


def _jargon(situation: Situation, goal: Goal) -> Iterator[Advice]:
    found = jargon_in(goal.statement, situation.words)
    if found is None or goal.id is None:
        return
    word, plain = found
    yield Advice(
        kind=AdviceKind.JARGON,
        subject=f"goal {goal.id}",
        message=msg("“{word}” in “{goal}” is jargon.", word=word, goal=called(goal)),
        why=msg(
            "Say it as you would to a customer or a new colleague, such as “{plain}”.", plain=plain
        ),
        place=Place("goals", goal.id, Part.STATEMENT),
        facts=word.casefold(),
        goal_ids=(goal.id,),
    )
