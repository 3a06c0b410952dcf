"""Every choice has a name."""

from __future__ import annotations

import pytest

from desktop.core.advice import AdviceKind, kind_name
from desktop.core.assessment import Status
from desktop.core.company import Paper
from desktop.core.focus import Stage
from desktop.core.goal import Comparison, GoalState
from desktop.core.kpi import AddUp, Better, Perspective, Phase
from desktop.core.names import name
from desktop.core.period import Cadence
from desktop.core.unit import UnitKind

CHOICES = [
    Status, GoalState, Comparison, Better, AddUp, Cadence, Phase, Perspective, UnitKind, Paper,
    Stage,
]  # fmt: skip


@pytest.mark.parametrize("choice", CHOICES)
def test_every_member_has_a_name_of_its_own(choice):
    names = [name(member).text for member in choice]
    assert len(set(names)) == len(names)
    assert all(text[0].isupper() for text in names)


def test_members_with_the_same_text_keep_their_own_names():
    assert Better.HIGHER == "higher"
    assert name(GoalState.REACHED).text == "Reached"
    assert name(AddUp.LAST).text == "Last value"


def test_every_kind_of_advice_has_a_name_of_its_own():
    names = [kind_name(kind).text for kind in AdviceKind]
    assert len(set(names)) == len(names)
