"""Activities: what is tried for each goal, and what came of it."""
