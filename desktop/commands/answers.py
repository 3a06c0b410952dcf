"""Answers on the command line to what a file leaves open."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

from desktop.qtkit.wording import say, tr

if TYPE_CHECKING:
    from desktop.importing.tables.recognition import Question


def answer_option() -> click.Option:
    """``--answer ID=KEY``, as often as wanted; the command gets them as one mapping."""
    return click.Option(
        ["answers", "--answer"],
        multiple=True,
        metavar="ID=KEY",
        callback=_as_mapping,
        help=tr("Answer a question that the file leaves open; it names its ID and keys."),
    )


def ways_to_answer(question: Question) -> list[str]:
    """What to add to the command for each answer, with what it means."""
    lines = []
    for key, meaning in question.options:
        option = shlex.quote(f"{question.id}={key}")
        lines.append(f"--answer {option}   {say(meaning)}")
    wanted = {"year": "2026", "day": "2026-01-31", "period": "2026-01"}.get(question.kind)
    if wanted:
        lines.append("--answer " + shlex.quote(f"{question.id}={wanted}"))
    return lines


def question_data(question: Question) -> dict[str, Any]:
    """A question in the form of ``--json``."""
    return {
        "id": question.id,
        "text": say(question.message),
        "options": [{"key": key, "text": say(meaning)} for key, meaning in question.options],
        "examples": list(question.examples),
    }


def _as_mapping(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> dict[str, str]:
    found = {}
    for value in values:
        question, equals, key = value.rpartition("=")
        if not (question and equals and key):
            raise click.BadParameter(tr("“{value}” is not of the form ID=KEY.", value=value))
        found[question] = key
    return found
