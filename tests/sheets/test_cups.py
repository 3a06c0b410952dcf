"""Printing to a real queue: what comes out, and what is said when nothing can."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.sheets.cups_queue import NAME, PAPERS, Cups, cups


@pytest.fixture
def queue() -> Iterator[Cups]:
    with cups() as running:
        yield running


def printed(queue: Cups, paper: str, meanwhile: Callable[[], None] | None = None) -> str:
    """What was said on the way; empty when the pages were taken."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.sheets.print_to_queue", NAME, paper],
        env=queue.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    if meanwhile is not None:
        meanwhile()
    _, said = process.communicate("go\n", timeout=60)
    assert bool(said) is (process.returncode == 1)
    return said.strip()


@pytest.mark.parametrize("paper", list(PAPERS))
def test_pages_paper_fonts_and_text(queue: Cups, tmp_path: Path, paper: str) -> None:
    assert printed(queue, paper) == ""
    data = queue.wait_for_print()
    short, long = PAPERS[paper]
    sizes = [page.mediabox for page in PdfReader(BytesIO(data)).pages]
    assert [(round(box.width), round(box.height)) for box in sizes] == [
        (long, short),
        (short, long),
    ]
    path = tmp_path / "printed.pdf"
    path.write_bytes(data)
    text = output("pdftotext", "-layout", str(path), "-").replace("\N{NO-BREAK SPACE}", " ")
    assert "Vi säljer kaffe för tolv miljoner kronor år 2026" in text
    assert "Fjällkaffe & Søn AB" in text
    assert "Ærø" in text
    assert "−316 000" in text
    fonts = output("pdffonts", str(path)).splitlines()[2:]
    assert fonts
    assert all("SourceSans3" in row and row.split()[-5] == "yes" for row in fonts)


def output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_queue_that_is_stopped(queue: Cups) -> None:
    said = printed(queue, "A4", lambda: queue.run("cupsdisable", NAME))
    assert said == "The printer wall is stopped. Start it, or choose another."
    assert not queue.printed.exists()


def test_a_queue_that_takes_nothing(queue: Cups) -> None:
    said = printed(queue, "A4", lambda: queue.run("cupsreject", NAME))
    assert said == "The printer wall takes no prints now. Choose another."


def test_a_queue_that_went_after_it_was_chosen(queue: Cups) -> None:
    said = printed(queue, "A4", lambda: queue.run("lpadmin", "-x", NAME))
    assert said == "The printer wall is not there any more. Choose another."


def test_a_service_that_went_down(queue: Cups) -> None:
    said = printed(queue, "A4", queue.stop)
    assert said == "The printer wall is not there any more. Choose another."
