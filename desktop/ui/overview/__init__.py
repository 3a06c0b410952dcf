"""The Overview page: what needs attention now, and how each goal stands."""
