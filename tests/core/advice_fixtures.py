"""Short ways to a company's goals and KPIs for the tests of advice."""

from __future__ import annotations

from datetime import date

from desktop.core.advice import Advice, AdviceKind
from desktop.core.advice_rules import all_advice
from desktop.core.advice_situation import Situation
from desktop.core.advice_words import AdviceWords
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.unit import Quantity

EVA, BO = 1, 2
OWNERS = {EVA: "Eva", BO: "Bo"}
WORDS = AdviceWords((("optimi*", "improve"), ("SQL", "buyers")), ("followers",))


def goal(number: int = 1, **more) -> Goal:
    facts = {
        "id": number,
        "statement": "More orders",
        "owner_id": EVA,
        "start": date(2026, 1, 1),
        "deadline": date(2026, 12, 31),
    }
    return Goal(**(facts | more))


def result(number: int = 1, goal_id: int = 1, kpi_id: int | None = 1, **more) -> KeyResult:
    return KeyResult(id=number, goal_id=goal_id, kpi_id=kpi_id, **more)


def kpi(number: int = 1, **more) -> Kpi:
    facts = {"id": number, "key": f"k{number}", "name": f"Kpi {number}", "definition": "Counted."}
    return Kpi(**(facts | more))


def situation(**more) -> Situation:
    """A company with nothing to be said about it, unless ``more`` gives it something."""
    facts = {
        "today": date(2026, 7, 15),
        "goals": (goal(),),
        "key_results": (result(target=100.0),),
        "kpis": (kpi(leading=True),),
        "owners": OWNERS,
        "with_values": frozenset(range(1, 20)),
        "words": WORDS,
    }
    return Situation(**(facts | more))


def said(kind: AdviceKind, **more) -> list[Advice]:
    """What is said of one kind about :func:`situation`."""
    return [advice for advice in all_advice(situation(**more)) if advice.kind is kind]


def plain(advice: Advice) -> str:
    """The English sentence with bare values, which stand in for how a reader sees them."""
    values = {
        name: value.value if isinstance(value, Quantity) else value
        for name, value in advice.message.values.items()
    }
    pattern = advice.message.text
    if advice.message.plural is not None and advice.message.count != 1:
        pattern = advice.message.plural
    return pattern.format(**values)
