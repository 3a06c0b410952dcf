"""The made-up language stretches words and keeps holes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.core.message import msg, nmsg
from desktop.qtkit.pseudo import PSEUDO, stretched
from desktop.qtkit.wording import current, set_language, wording


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    before = current().language
    set_language(PSEUDO)
    yield
    set_language(before)


def test_a_third_longer_with_accents_and_ends() -> None:
    text = stretched("Save a copy")
    assert text.startswith("[Såvé å çöpÿ")
    assert text.endswith("]")
    assert len(text) >= len("Save a copy") * 4 / 3


def test_holes_stay_and_are_filled() -> None:
    text = current().say(msg("{count} values in {file}", count=12, file="Sales"))
    assert "12" in text
    assert "Sales" in text


def test_plural_forms_are_chosen() -> None:
    one = wording(PSEUDO).say(nmsg("{n} file", "{n} files", 1))
    many = wording(PSEUDO).say(nmsg("{n} file", "{n} files", 3))
    assert one.startswith("[1 fîlé·")
    assert many.startswith("[3 fîlés")
