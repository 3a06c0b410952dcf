"""Check-ins: the round over the running goals, and what was said before."""
