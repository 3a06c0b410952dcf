"""A company file in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.store.company_file import CompanyFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a company file may be made; the name is one that needs quoting in a URI."""
    return tmp_path / "Ärlig & Söner #1 50%.sikte"


@pytest.fixture
def file(path: Path) -> Iterator[CompanyFile]:
    """A new company file, open."""
    file = CompanyFile.create(path, Company(name="Ärlig & Söner"))
    yield file
    file.close()
