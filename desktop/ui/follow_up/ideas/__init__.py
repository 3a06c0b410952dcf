"""Ideas: one list from everyone, each with its answer."""
