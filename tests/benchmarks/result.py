"""What a benchmark says: our time beside that of the bare thing, and how far apart they may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """Times in seconds, medians over alternating runs."""

    name: str
    ours: float
    bare: float
    limit: float  # the ratio that must not be passed

    @property
    def ratio(self) -> float:
        return self.ours / self.bare

    @property
    def holds(self) -> bool:
        return self.ratio <= self.limit

    def __str__(self) -> str:
        verdict = "" if self.holds else "  TOO SLOW"
        return (
            f"{self.name:<44} {self.ours * 1000:9.1f} ms {self.bare * 1000:9.1f} ms"
            f" {self.ratio:7.2f} {self.limit:7.2f}{verdict}"
        )


@dataclass(frozen=True)
class Peak:
    """The most memory that was held at once, in megabytes."""

    name: str
    ours: float
    limit: float

    @property
    def holds(self) -> bool:
        return self.ours <= self.limit

    def __str__(self) -> str:
        verdict = "" if self.holds else "  TOO MUCH"
        return f"{self.name:<44} {self.ours:9.1f} MB {'':>20} {self.limit:7.0f}{verdict}"


HEAD = f"{'':<44} {'ours':>12} {'bare':>12} {'ratio':>7} {'limit':>7}"
