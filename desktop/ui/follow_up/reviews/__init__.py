"""Reviews: what is over and not looked back on, the four questions, and what was learned."""
