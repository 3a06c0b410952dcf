"""The examples of goals: whole in every language."""

from __future__ import annotations

import pytest

from desktop.core.goal_examples import read_examples
from desktop.core.resources import resource
from desktop.core.smart import Letter

PATH = resource("goal_examples", "examples.toml")


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_every_example_is_there_in_every_language(language: str) -> None:
    examples = read_examples(PATH, language)
    english = read_examples(PATH, "en")
    assert len(examples.smart) == len(english.smart) >= 3
    assert len(examples.okr) == len(english.okr) >= 3
    for smart in examples.smart:
        assert smart.name
        assert smart.vague
        assert [letter for letter, _ in smart.rungs] == list(Letter)
        assert all(text.strip() for _, text in smart.rungs)
    for okr in examples.okr:
        assert not any(sign.isdigit() for sign in okr.objective)
        assert 2 <= len(okr.key_results) <= 5
        assert all(any(sign.isdigit() for sign in text) for text in okr.key_results)


def test_no_two_languages_are_the_same_text() -> None:
    texts = [read_examples(PATH, language) for language in ("sv", "da", "en")]
    for first, second in ((0, 1), (1, 2), (0, 2)):
        for one, other in zip(texts[first].smart, texts[second].smart, strict=True):
            assert dict(one.rungs)[Letter.SPECIFIC] != dict(other.rungs)[Letter.SPECIFIC]
