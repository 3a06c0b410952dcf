"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _settings_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what this computer remembers for its user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _application(_settings_of_their_own: None, qapp: object) -> None:
    """The one application of the process is one with widgets, whichever test comes first."""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Every test begins in English, whatever the one before has chosen."""
    from desktop.qtkit.wording import set_language

    set_language("en")
    yield
    set_language("en")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real spreadsheets beside the checkout; tests over it run where it exists."""
    folder = CHECKOUT.parent / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("the shared samples are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def data() -> Path:
    """Our own test files."""
    return CHECKOUT / "tests" / "data"
