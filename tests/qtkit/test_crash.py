"""A crash report says where, never what the company's numbers are."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.faults import Fault
from desktop.core.message import msg
from desktop.qtkit.crash import CrashReporter, report
from desktop.qtkit.number_entry import parse_entry


def caught(call: object) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    try:
        call()  # type: ignore[operator]
    except Exception as error:
        return type(error), error, error.__traceback__
    raise AssertionError


@pytest.fixture
def reporter(qapp: object, capsys: pytest.CaptureFixture[str]) -> Iterator[CrashReporter]:
    reporter = CrashReporter()
    reporter.install()
    yield reporter
    reporter.uninstall()


def test_report_names_versions_and_places() -> None:
    text = report(*caught(lambda: parse_entry(None, None, None)))  # type: ignore[arg-type]
    assert text.startswith("Sikte ")
    assert "Qt 6." in text
    assert "desktop/qtkit/number_entry.py:" in text
    assert "AttributeError: 'NoneType' object has no attribute 'strip'" in text


def test_report_holds_no_values_and_no_folders() -> None:
    def fails() -> None:
        raise ValueError("Bageriet i Lund: 118 726 350 kr")

    text = report(*caught(fails))
    assert "Lund" not in text
    assert "118" not in text
    assert "ValueError" in text
    assert "/tests/" not in text


def test_hook_reports(reporter: CrashReporter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reporter.reported) as reported:
        sys.excepthook(*caught(lambda: 1 / 0))
    assert "ZeroDivisionError" in reported.args[0]


def test_other_threads_report_on_this_one(reporter: CrashReporter, qtbot: QtBot) -> None:
    heard: list[int] = []

    def hear(text: str) -> None:
        heard.append(threading.get_ident())

    reporter.reported.connect(hear)

    def fails() -> None:
        raise KeyError("secret")

    thread = threading.Thread(target=fails)
    with qtbot.waitSignal(reporter.reported):
        thread.start()
        thread.join()
    assert heard == [threading.get_ident()]


def test_fault_is_a_sentence_and_not_a_crash(reporter: CrashReporter, qtbot: QtBot) -> None:
    fault = Fault(msg("The file is write-protected."))
    with qtbot.assertNotEmitted(reporter.reported), qtbot.waitSignal(reporter.fault_met) as met:
        sys.excepthook(Fault, fault, None)
    assert met.args == [fault]
