"""The guide: a goal written in three short sittings, one question at a time."""
