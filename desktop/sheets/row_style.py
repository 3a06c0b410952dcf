"""Two sizes of a key result on the goal sheet: large for a few, regular for many."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.sheets.elements import Face
from desktop.sheets.pen import BODY, SMALL, SMALL_STRONG, TINY, TINY_STRONG
from desktop.sheets.type import BASELINE, line_height

ABOVE_REASON = 0.9  # millimetres


@dataclass(frozen=True, slots=True)
class RowStyle:
    """Faces and heights in millimetres.  ``actual`` and ``others`` are the sizes that numbers may
    take, the largest first."""

    title: Face
    status: Face
    owner: Face
    reason: Face
    actual: tuple[Face, ...]
    others: tuple[Face, ...]
    bullet: float
    top: float  # above the first line
    apart: float  # the most that rows are moved apart

    @property
    def number(self) -> float:
        """The height of the line of numbers."""
        return line_height(self.actual[0])

    @property
    def drawn(self) -> float:
        """The height of numbers and drawings with what stands below them."""
        return max(self.number, self.bullet + 0.6) + line_height(TINY)

    @property
    def title_top(self) -> float:
        """How far below the numbers a title begins, so that both stand on one baseline."""
        return max(self.number - line_height(self.title), 0.0) * BASELINE

    def words(self, lines: int) -> float:
        """The height of a title of so many lines, with status and owner below."""
        return self.title_top + lines * line_height(self.title) + line_height(self.status)

    def height(self, lines: int, reason: int = 0) -> float:
        """The height of a row with so many lines of title and reason."""
        below = ABOVE_REASON + reason * line_height(self.reason) if reason else 0.0
        return self.top + max(self.drawn, self.words(lines)) + below + 0.9


LARGE = RowStyle(
    title=Face(12.5, strong=True),
    status=SMALL_STRONG,
    owner=SMALL,
    reason=BODY,
    actual=tuple(Face(size, strong=True) for size in (16, 13, 11, 9)),
    others=tuple(Face(size) for size in (13, 11, 9.5, 8)),
    bullet=5.6,
    top=1.8,
    apart=4.0,
)
REGULAR = RowStyle(
    title=Face(9.5, strong=True),
    status=TINY_STRONG,
    owner=TINY,
    reason=SMALL,
    actual=tuple(Face(size, strong=True) for size in (11, 9.5, 8)),
    others=tuple(Face(size) for size in (9.5, 8.5, 7.5)),
    bullet=4.0,
    top=1.0,
    apart=3.0,
)
