"""Goals and KPIs lie under each other in trees."""

from __future__ import annotations

from collections.abc import Mapping


def lies_under_itself(
    row_id: int | None, parent_id: int | None, parents: Mapping[int | None, int | None]
) -> bool:
    """Whether the way up from ``parent_id`` comes to the row itself, or never ends."""
    seen = {row_id}
    above = parent_id
    while above is not None:
        if above in seen:
            return True
        seen.add(above)
        above = parents.get(above)
    return False
