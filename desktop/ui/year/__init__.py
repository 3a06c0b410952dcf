"""The page of the annual wheel: a fiscal year as a circle, and as a list."""
