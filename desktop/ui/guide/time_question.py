"""Until when: a date, a quarter or a fiscal year, or until it is reached."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.core.goal_frame import TimeFrame, time_frames, usual_deadline
from desktop.core.sitting import Ask
from desktop.core.sitting_questions import Part, Topic, part_label, time_words
from desktop.qtkit.wording import say, tr
from desktop.ui.guide.question import Question, asked
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, DateField, FormRow, SegmentedControl, quiet_button


class TimeQuestion(Question):
    """Dated or open; the company's own frames are one key away."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.TIME, sketch))
        self.frames = time_frames(sketch.today, sketch.year_start)
        start, deadline = self._proposed()
        dated = sketch.goal.deadline is not None or not sketch.time_chosen
        self.kind = SegmentedControl(
            [("dated", say(time_words(dated=True))), ("open", say(time_words(dated=False)))],
            "dated" if dated else "open",
            name=tr("How long"),
        )
        self.start = DateField(start)
        self.deadline = DateField(deadline)
        self._deadline_row = FormRow(say(part_label(Part.DEADLINE)), self.deadline)
        days = QHBoxLayout()
        days.setSpacing(SPACE.MEDIUM)
        days.addWidget(FormRow(say(part_label(Part.START)), self.start), 1)
        days.addWidget(self._deadline_row, 1)
        days.addStretch(1)
        self.add(self.kind)
        self.body.addLayout(days)
        self._add_frames()
        self.end()
        self.kind.chosen.connect(self._on_changed)
        for field in (self.start, self.deadline):
            field.textChanged.connect(self._on_changed)
        self._deadline_row.setVisible(dated)

    def focus_first(self) -> None:
        field = self.deadline if self.kind.value == "dated" else self.kind
        field.setFocus()
        if field is self.deadline:
            self.deadline.selectAll()

    def fault(self) -> str:
        if not self.start.valid():
            return tr("This is not a date.")
        if self.kind.value == "open":
            return ""
        start, deadline = self.start.day(), self.deadline.day()
        if deadline is None:
            return tr("This is not a date.")
        if start is not None and deadline < start:
            return tr("The deadline is before the start.")
        return ""

    def take(self) -> None:
        self._on_changed()

    def _proposed(self) -> tuple[date, date]:
        """What stands there from the start, so that Enter is an answer."""
        sketch = self.sketch
        if sketch.is_okr and not sketch.time_chosen:
            return self.frames[0].start, self.frames[0].deadline
        usual = usual_deadline(sketch.today, sketch.year_start)
        return sketch.goal.start, sketch.goal.deadline or usual

    def _add_frames(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Caption(tr("Or take a frame of your fiscal year:")))
        for place, frame in enumerate(self.frames):
            button = quiet_button(say(frame.name))
            button.setProperty("frame", place)
            button.clicked.connect(self._on_frame_clicked)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.body.addLayout(column)

    def _on_frame_clicked(self) -> None:
        frame: TimeFrame = self.frames[int(self.sender().property("frame"))]
        self.kind.set_value("dated")
        self.start.set_day(frame.start)
        self.deadline.set_day(frame.deadline)
        self._on_changed()
        self.focus_first()  # Enter goes on from there

    def _on_changed(self) -> None:
        dated = self.kind.value == "dated"
        self._deadline_row.setVisible(dated)
        if self.fault():
            return
        self.sketch.time_chosen = True
        self.sketch.put_answer(Ask.OPEN, "" if dated else self.kind.value)
        self.sketch.put(
            start=self.start.day() or self.sketch.goal.start,
            deadline=self.deadline.day() if dated else None,
        )
        self.sketch.settle_comparisons()
        self.changed.emit()
