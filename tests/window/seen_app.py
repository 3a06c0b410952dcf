"""Runs the app and tells where its visible parts are; a test's own mouse then goes there.

One line of JSON in on standard input, one out on standard output.  Nothing is pressed from here.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, QSocketNotifier, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QMenuBar, QWidget

from desktop.app import run

Part = dict[str, object]


def parts() -> Iterator[Part]:
    """Everything with words that can be seen: widgets, rows of lists and tables, menu entries."""
    for window in QApplication.topLevelWidgets():
        if not window.isVisible():
            continue
        modal = QApplication.activeModalWidget()
        reachable = modal in (None, window) or window.windowType() is Qt.WindowType.Popup
        for widget in [window, *window.findChildren(QWidget)]:
            if widget.isVisible() and widget.window() is window:
                yield from _of_widget(widget, reachable)


def _of_widget(widget: QWidget, reachable: bool) -> Iterator[Part]:
    shown = widget.visibleRegion().boundingRect()
    if shown.isEmpty():
        return
    usable = reachable and widget.isEnabled()
    held = QApplication.focusWidget() is widget
    for words in _words(widget):
        yield _part(type(widget).__name__, words, widget, shown, usable) | {"held": held}
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_rows(widget, widget.model(), usable)
    if isinstance(widget, QMenu | QMenuBar):
        for action in widget.actions():
            if action.isVisible() and action.text():
                area = widget.actionGeometry(action)
                words = re.sub(r"&(?=\w)", "", action.text())
                yield _part("action", words, widget, area, usable and action.isEnabled())


def _of_rows(view: QAbstractItemView, model: QAbstractItemModel, usable: bool) -> Iterator[Part]:
    ground = view.viewport()
    for row in range(min(model.rowCount(QModelIndex()), 200)):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            words = str(index.data() or "")
            area = view.visualRect(index).intersected(ground.rect())
            if words and not area.isEmpty():
                held = view.hasFocus() and row == view.currentIndex().row()
                yield _part("cell", words, ground, area, usable) | {"held": held}


def _words(widget: QWidget) -> set[str]:
    known = {widget.accessibleName(), widget.objectName()}
    for name in ("text", "title", "placeholderText", "currentText"):
        reading = getattr(widget, name, None)
        if callable(reading):
            try:
                known.add(str(reading()))
            except TypeError:
                continue  # asks for an argument: not the widget's own words
    if widget.isWindow():
        known.add(widget.windowTitle())
    return {re.sub(r"&(?=\w)", "", words) for words in known if words and len(words) < 400}


def _part(kind: str, words: str, widget: QWidget, area: QRect, usable: bool) -> Part:
    middle: QPoint = widget.mapToGlobal(area.center())
    return {
        "kind": kind,
        "words": words,
        "x": middle.x(),
        "y": middle.y(),
        "width": area.width(),
        "height": area.height(),
        "usable": usable,
        "held": False,
    }


def answer() -> None:
    line = sys.stdin.readline()
    if not line:
        return
    print(json.dumps(list(parts())), flush=True)


if __name__ == "__main__":
    app = QApplication(["sikte"])
    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(answer)
    sys.exit(run(sys.argv[1:]))
