"""This week: one list of what needs the owner now."""
