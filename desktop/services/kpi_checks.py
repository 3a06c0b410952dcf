"""What a KPI must be to be saved, and what uses it."""

from __future__ import annotations

import keyword
import math
from collections.abc import Sequence

from desktop.core.faults import NotAllowed
from desktop.core.formula import FormulaFault, check, keys_of
from desktop.core.glossary import word_key
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.services.trees import lies_under_itself
from desktop.services.workspace import Workspace
from desktop.store.glossary_table import WORDS
from desktop.store.measurements import has_any
from desktop.store.tables import GOALS, KEY_RESULTS, KPIS


def check_kpi(ws: Workspace, kpi: Kpi, others: Sequence[Kpi]) -> None:
    """Raises :class:`NotAllowed` with what is wrong with the KPI, or with the formulas that
    use it."""
    if not kpi.name:
        raise NotAllowed(msg("A KPI needs a name."))
    if not kpi.key.isidentifier() or keyword.iskeyword(kpi.key):
        raise NotAllowed(
            msg("{key} cannot stand in a formula; use letters, digits and _.", key=kpi.key)
        )
    if kpi.key in {other.key for other in others}:
        raise NotAllowed(msg("Another KPI is called {key} in formulas.", key=kpi.key))
    _check_limits(kpi)
    parents = {other.id: other.parent_id for other in others}
    if lies_under_itself(kpi.id, kpi.parent_id, parents):
        raise NotAllowed(msg("{kpi} cannot lie under itself or under its own parts.", kpi=kpi.name))
    if kpi.formula and kpi.id is not None and has_any(ws.connection, kpi.id):
        raise NotAllowed(
            msg("{kpi} has values of its own, so it cannot have a formula.", kpi=kpi.name)
        )
    everyone = [*others, kpi]
    for row in ([kpi] if kpi.formula else []) + formula_users(kpi.key, others):
        _check_formula(row, everyone)


def word_fault(ws: Workspace, name: str) -> Message | None:
    """Why no KPI can be called so: the glossary has the word with a meaning of its own."""
    same = word_key(name)
    if not any(same == word_key(word.name) for word in WORDS.all(ws.connection)):
        return None
    return msg(
        "“{name}” is in the glossary as a word of its own, and a word means one thing. Give the "
        "KPI another name, or delete the word from the glossary first.",
        name=name,
    )


def _check_limits(kpi: Kpi) -> None:
    low, high = kpi.band_low, kpi.band_high
    for value in (low, high, kpi.capacity):
        if value is not None and not math.isfinite(value):
            raise NotAllowed(
                msg("The limits and the capacity of {kpi} must be numbers.", kpi=kpi.name)
            )
    if kpi.better is Better.BAND and low is None and high is None:
        raise NotAllowed(msg("The band of {kpi} needs a lower or an upper limit.", kpi=kpi.name))
    if low is not None and high is not None and low > high:
        raise NotAllowed(msg("The lower limit of {kpi} is above the upper one.", kpi=kpi.name))


def _check_formula(kpi: Kpi, everyone: Sequence[Kpi]) -> None:
    formulas = {row.key: row.formula for row in everyone}
    wrong = check(kpi.formula, key=kpi.key, formulas=formulas)
    if wrong is not None:
        raise NotAllowed(msg("The formula of {kpi}: {reason}", kpi=kpi.name, reason=wrong))
    by_key = {row.key: row for row in everyone}
    for part in (by_key[key] for key in keys_of(kpi.formula)):
        if part.cadence.fineness > kpi.cadence.fineness:
            raise NotAllowed(
                msg(
                    "{kpi} (“{cadence}”) cannot be worked out from {part} (“{coarser}”), "
                    "which has longer periods.",
                    kpi=kpi.name,
                    cadence=name(kpi.cadence),
                    part=part.name,
                    coarser=name(part.cadence),
                )
            )


def formula_users(key: str, others: Sequence[Kpi]) -> list[Kpi]:
    """The KPIs whose formulas name ``key``."""
    return [other for other in others if key in _keys(other.formula)]


def _keys(formula: str) -> tuple[str, ...]:
    try:
        return keys_of(formula) if formula else ()
    except FormulaFault:  # of a file that another program wrote; it is told where it stands
        return ()


def uses_of(ws: Workspace, kpi: Kpi) -> list[str]:
    """The names of the goals, formula KPIs and parts that need the KPI."""
    everyone = KPIS.all(ws.connection)
    goal_ids = {row.goal_id for row in KEY_RESULTS.all(ws.connection, "kpi_id = ?", kpi.id)}
    goals = [goal.statement for goal in GOALS.all(ws.connection) if goal.id in goal_ids]
    formulas = [other.name for other in formula_users(kpi.key, everyone)]
    parts = [other.name for other in everyone if other.parent_id == kpi.id]
    return [f"“{used}”" for used in (*goals, *formulas, *parts)]
