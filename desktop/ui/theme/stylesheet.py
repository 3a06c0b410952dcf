"""The one stylesheet of the application, written from tokens."""

from __future__ import annotations

from dataclasses import asdict

from desktop.core.resources import resource
from desktop.ui.theme.tokens import RADIUS, Palette, Text

_SHEET = """
QToolTip { background: $raised; color: $ink; border: 1px solid $hairline; padding: 4px 8px; }

QPushButton { background: transparent; color: $ink; border: 1px solid $outline; outline: none;
  border-radius: $radiuspx; padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton:disabled { color: $disabled; border-color: $hairline; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $hairline; color: $ink_soft;
  border-color: $hairline; }
QPushButton[kind="quiet"] { border-color: transparent; color: $accent; padding: 5px 8px; }
QPushButton[kind="quiet"]:hover { background: $sunken; }
QPushButton[kind="quiet"]:focus { border: 2px solid $focus; padding: 4px 7px; }
QPushButton[kind="quiet"]:disabled { color: $disabled; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:disabled { color: $disabled; border-color: $hairline; }
QPushButton[kind="segment"] { border-color: $hairline; border-radius: 0; padding: 4px 12px;
  margin-left: -1px; color: $ink_soft; }
QPushButton[kind="segment"]:hover { color: $ink; }
QPushButton[kind="segment"]:checked { background: $selected; color: $ink; border-color: $outline;
  font-weight: 600; }
QPushButton[kind="segment"]:focus { border: 2px solid $focus; padding: 3px 11px; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: $radiuspx;
  border-bottom-left-radius: $radiuspx; margin-left: 0; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: $radiuspx;
  border-bottom-right-radius: $radiuspx; }

QToolButton { background: transparent; border: 1px solid transparent;
  border-radius: $radiuspx; padding: 4px; color: $ink; }
QToolButton:hover { background: $sunken; }
QToolButton:pressed, QToolButton:checked { background: $selected; }
QToolButton:focus { border: 2px solid $focus; padding: 3px; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }

QAbstractScrollArea { background: transparent; border: none; }
QAbstractScrollArea[reading="true"] { border: 2px solid transparent;
  border-radius: $radiuspx; }
QAbstractScrollArea[reading="true"]:focus { border-color: $focus; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: $raised; color: $ink;
  border: 1px solid $outline; border-radius: $radiuspx; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { min-height: 22px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {
  border: 2px solid $focus; padding: 3px 7px; }
QLineEdit[wrong="true"] { border-color: $bad; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $disabled;
  border-color: $hairline; background: $ground; }
QLineEdit:read-only { background: $sunken; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $raised; color: $ink; border: 1px solid $hairline;
  selection-background-color: $selected; selection-color: $ink; outline: 0; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 26px; }

QTableView, QTreeView, QListView { background: transparent; border: none; outline: 0;
  selection-background-color: $selected; selection-color: $ink; }
QTableView::item, QTreeView::item { border-bottom: 1px solid $hairline; padding: 0 8px; }
QTableView::item:hover, QTreeView::item:hover { background: $sunken; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
  background: $selected; color: $ink; }
QListView::item { padding: 4px 8px; }
QListView[floating="true"] { background: $raised; color: $ink; border: 1px solid $hairline; }
QListView::item:hover { background: $sunken; }
QHeaderView { background: transparent; }
QHeaderView::section { background: $ground; color: $ink_soft; border: none;
  border-bottom: 1px solid $outline; padding: 4px 8px; font-size: $smallpx; }
QTableCornerButton::section { background: $ground; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $hairline; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $sunken; color: $ink; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: $radiuspx; }
QMenuBar::item:selected { background: $selected; }
QMenu { background: $raised; color: $ink; border: 1px solid $hairline; padding: 4px 0; }
QMenu::item { padding: 6px 28px 6px 28px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 12px; }
QMenu::icon { padding-left: 8px; }

QTabBar::tab { background: transparent; color: $ink_soft; border: none;
  border-bottom: 2px solid transparent; padding: 6px 2px; margin-right: 20px; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }

QProgressBar { background: $hairline; border: none; border-radius: 2px; max-height: 4px;
  min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: $sunken; color: $ink_soft; font-size: $smallpx; }
QStatusBar::item { border: none; }
QDialog, QMessageBox { background: $ground; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: 14px; height: 14px;
  background: $raised; border: 1px solid $outline; border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent;
  border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: $on_accent;
  border: 5px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $hairline; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus;
  width: 12px; height: 12px; }
QRadioButton::indicator:focus:checked { border: 5px solid $focus; width: 6px; height: 6px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QToolButton { color: $ink; }
QCalendarWidget QAbstractItemView { background: $raised; selection-background-color: $accent;
  selection-color: $on_accent; }
"""


def stylesheet(tokens: Palette) -> str:
    """The stylesheet in the colours of one palette."""
    values = {
        **asdict(tokens),
        "radius": RADIUS,
        "small": int(Text.SMALL),
        "arrow": resource("icons", "combo-arrow.svg").as_posix(),
        "tick": resource("icons", f"tick-{tokens.name}.svg").as_posix(),
    }
    sheet = _SHEET
    for name in sorted(values, key=len, reverse=True):  # $ink_soft before $ink
        sheet = sheet.replace(f"${name}", str(values[name]))
    return sheet
