"""The annual wheel as a picture that is walked and changed by mouse and keyboard."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.core.message import Message
from desktop.core.wheel_days import Occurrence
from desktop.core.wheel_layout import WheelLayout, WheelSizes
from desktop.core.wheel_year import WheelYear
from desktop.qtkit.wording import current, ntr, tr
from desktop.ui.theme import palette
from desktop.ui.widgets.buttons import is_enter
from desktop.ui.year.keys import adds, removes, wanted_move
from desktop.ui.year.wheel_drag import Part, WheelDrag, part_at
from desktop.ui.year.wheel_painting import WheelPainting
from desktop.ui.year.words import days, mark_words, occurrence_words, weeks

_DRAG = 5  # pixels; less is a click
_EDGE = 8  # around the dial, for the hand of today
_SIZES = WheelSizes(
    words=150,
    aside=22,
    line=18,
    weeks=19,
    months=25,
    season=36,
    name=16,
    ticks=9,
    least=7,
    thickest=32,
)


class WheelView(QWidget):
    """``current_changed`` tells that something else is stood on.  ``edit_wanted`` and
    ``remove_wanted`` carry an occurrence, ``goal_wanted`` the id of a goal, ``add_wanted`` a lane's
    id and a day, ``moved`` an occurrence with days and a lane's id, ``stretched`` an occurrence
    with its new first and last day."""

    current_changed = Signal()
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    goal_wanted = Signal(int)
    add_wanted = Signal(int, object)
    moved = Signal(object, int, int)
    stretched = Signal(object, object, object)

    def __init__(self, year: WheelYear, *, may_change: bool) -> None:
        super().__init__()
        self._year, self._may_change = year, may_change
        self._layout = self._laid_out()
        self._place: int | None = None  # of the arc that is stood on
        self._lane, self._day = 0, year.today
        self._pressed: QPointF | None = None
        self._drag: WheelDrag | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Annual wheel"))

    # ------------------------------------------------------------------ what is shown

    @property
    def layout_now(self) -> WheelLayout:
        """The geometry as it is drawn."""
        return self._layout

    @property
    def current(self) -> Occurrence | None:
        """The event that is stood on."""
        if self._place is None:
            return None
        found = self._layout.arcs[self._place].occurrence
        return None if found is None else self._year.occurrences[found]

    @property
    def place(self) -> tuple[int, date]:
        """The lane (by its id; on the goals' the first) and the day that are stood on."""
        lanes = self._layout.lanes
        lane_id = lanes[max(self._lane, 1)].lane_id or 0
        return lane_id, self._day

    def show_year(self, year: WheelYear) -> None:
        """Show another year, or the same one changed; the same event is stood on if it is there,
        otherwise the same lane and day."""
        before = self.current
        if year.year != self._year.year:
            self._day = year.today if year.today in year.year else year.year.start
        self._year = year
        self._place = None
        self._layout = self._laid_out()
        self._lane = min(self._lane, len(self._layout.lanes) - 1)
        if before is None or not self.stand_on_event(before.event.id):
            self._stand(self._lane, self._nearest(self._lane))

    def stand_on_event(self, event_id: int | None) -> bool:
        """Stand on an event; whether it is in this year."""
        for place, arc in enumerate(self._layout.arcs):
            found = arc.occurrence
            if found is not None and self._year.occurrences[found].event.id == event_id:
                self._stand_on(place)
                return True
        return False

    def described(self) -> str:
        """What is stood on, in words."""
        if self._place is None:
            lane = current().value(self._lane_title(self._lane))
            if self._lane == 0:
                return tr("{lane}: nothing in this year.", lane=lane)
            return tr("{lane}: nothing on {day}. N adds an event.", lane=lane, day=self._day)
        arc = self._layout.arcs[self._place]
        if arc.mark is not None:
            return mark_words(self._year.marks[arc.mark])
        return occurrence_words(self._year.occurrences[arc.occurrence or 0], self._year)

    def hidden_words(self) -> str:
        """How many labels have no room; empty when all have."""
        if not self._layout.hidden:
            return ""
        return ntr(
            "{n} name has no room here; the list has all.",
            "{n} names have no room here; the list has all.",
            self._layout.hidden,
        )

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 380)

    # ------------------------------------------------------------------ events of Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout = self._laid_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, _EDGE)
        drag = self._drag
        said = (
            "" if drag is None else f"{days(drag.start, drag.end)}\n{weeks(drag.start, drag.end)}"
        )
        WheelPainting(painter, self._layout, palette()).paint(
            standing=self._place,
            lane=self._lane,
            day=self._day,
            focused=self.hasFocus(),
            held=None if drag is None else drag.arc(),
            said=said,
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._arc_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(place) if place is not None else "")
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = wanted_move(event)
        if move is not None:
            if self.current is not None and self._may_change:
                self._move_current(move.days, end_only=move.end_only)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._along(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            lane = self._lane + (1 if event.key() == Qt.Key.Key_Down else -1)
            lane = min(max(lane, 0), len(self._layout.lanes) - 1)
            self._stand(lane, self._nearest(lane))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            inside = self._in_lane(self._lane)
            if inside:
                self._stand_on(inside[0 if event.key() == Qt.Key.Key_Home else -1])
        elif is_enter(event):
            self._open()
        elif adds(event) and self._may_change:
            self.add_wanted.emit(*self.place)
        elif removes(event) and self._may_change and self.current is not None:
            self.remove_wanted.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = self._pressed = None
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = event.position()
        place = self._arc_at(event.position())
        if place is not None:
            self._stand_on(place)
            return
        found = self._layout.lane_at(*self._inside(event.position()))
        if found is not None:
            lane, self._day = found
            self._stand(self._layout.lanes.index(lane), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._show_cursor(event.position())
            return
        here = self.current
        if not self._may_change or here is None or self._place is None:
            return
        if self._drag is None:
            if (event.position() - self._pressed).manhattanLength() <= _DRAG:
                return
            arc = self._layout.arcs[self._place]
            self._drag = WheelDrag(self._layout, arc, here, *self._inside(self._pressed))
        self._drag.drag(*self._inside(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        drag, self._drag = self._drag, None
        self.update()
        if drag is not None:
            self._drop(drag)
        elif pressed is not None and self._may_change:
            if (event.position() - pressed).manhattanLength() > _DRAG:
                return
            found = self._layout.lane_at(*self._inside(event.position()))
            if self._place is None and self._lane > 0 and found is not None:
                self.add_wanted.emit(*self.place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._arc_at(event.position()) is not None:
            self._pressed = None
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # ------------------------------------------------------------------ changing

    def _move_current(self, by: int, *, end_only: bool) -> None:
        here = self.current
        if here is None:
            return
        if not end_only:
            self.moved.emit(here, by, here.event.lane_id)
            return
        end = max(here.end.toordinal() + by, here.start.toordinal())
        if end != here.end.toordinal() and end <= date.max.toordinal():
            self.stretched.emit(here, here.start, date.fromordinal(end))

    def _drop(self, drag: WheelDrag) -> None:
        here = drag.occurrence
        if drag.part is not Part.WHOLE:
            if (drag.start, drag.end) != (here.start, here.end):
                self.stretched.emit(here, drag.start, drag.end)
        elif drag.days or drag.lane_id != here.event.lane_id:
            self.moved.emit(here, drag.days, drag.lane_id)

    def _open(self) -> None:
        """What Enter and a double click do: change the event, go to the goal, add to a lane."""
        if self._place is None:
            if self._may_change and self._lane > 0:
                self.add_wanted.emit(*self.place)
            return
        mark = self._layout.arcs[self._place].mark
        if mark is not None:
            self.goal_wanted.emit(self._year.marks[mark].goal_id or 0)
        elif self._may_change:
            self.edit_wanted.emit(self.current)

    # ------------------------------------------------------------------ walking

    def _in_lane(self, lane: int) -> list[int]:
        """The arcs of a lane by day."""
        ring = self._layout.lanes[lane].arcs
        arcs = self._layout.arcs
        inside = [n for n, arc in enumerate(arcs) if ring.holds(arc.ring.middle)]
        return sorted(inside, key=lambda n: (arcs[n].begin, arcs[n].end))

    def _along(self, step: int) -> None:
        inside = self._in_lane(self._lane)
        if self._place in inside:
            at = min(max(inside.index(self._place) + step, 0), len(inside) - 1)
            self._stand_on(inside[at])
        elif inside:
            self._stand(self._lane, self._nearest(self._lane))

    def _nearest(self, lane: int) -> int | None:
        """The arc of a lane that is nearest to the day that is stood on."""
        angle = self._layout.dial.angle(self._day)
        return min(
            self._in_lane(lane),
            key=lambda n: abs(self._layout.arcs[n].begin - angle),
            default=None,
        )

    def _stand_on(self, place: int) -> None:
        ring = self._layout.arcs[place].ring
        lanes = self._layout.lanes
        self._stand(next(n for n, each in enumerate(lanes) if each.arcs.holds(ring.middle)), place)

    def _stand(self, lane: int, place: int | None) -> None:
        self._lane, self._place = lane, place
        here = self.current
        if here is not None:
            self._day = max(here.start, self._year.year.start)
        elif place is not None:
            self._day = self._year.marks[self._layout.arcs[place].mark or 0].day
        self.setAccessibleDescription(self.described())
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.update()
        self.current_changed.emit()

    # ------------------------------------------------------------------ places

    def _laid_out(self) -> WheelLayout:
        return WheelLayout(self._year, self.width(), self.height() - 2 * _EDGE, _SIZES)

    def _inside(self, point: QPointF) -> tuple[float, float]:
        """A point of the widget as the layout counts."""
        return point.x(), point.y() - _EDGE

    def _arc_at(self, point: QPointF) -> int | None:
        """The arc at a point, also by its label."""
        x, y = self._inside(point)
        found = self._layout.arc_at(x, y)
        if found is not None:
            return found
        for label in self._layout.labels:
            edge = self._layout.column_edge(right=label.right)
            aside = x >= edge if label.right else x <= edge
            if aside and label.y <= y < label.y + self._layout.sizes.line:
                return label.key
        return None

    def _show_cursor(self, point: QPointF) -> None:
        place = self._arc_at(point)
        shape = Qt.CursorShape.ArrowCursor
        if place is not None and self._may_change:
            shape = Qt.CursorShape.PointingHandCursor
            arc = self._layout.arcs[place]
            at = self._inside(point)
            if arc.occurrence is not None and self._layout.arc_at(*at) == place:
                whole = part_at(self._layout, arc, *at) is Part.WHOLE
                shapes = Qt.CursorShape.OpenHandCursor, Qt.CursorShape.SizeAllCursor
                shape = shapes[0] if whole else shapes[1]
        self.setCursor(shape)

    def _words(self, place: int) -> str:
        arc = self._layout.arcs[place]
        if arc.mark is not None:
            return mark_words(self._year.marks[arc.mark])
        return occurrence_words(self._year.occurrences[arc.occurrence or 0], self._year)

    def _lane_title(self, lane: int) -> Message | str:
        return tr("Goals") if lane == 0 else self._year.lanes[lane - 1].title
