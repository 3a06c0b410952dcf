"""The team view of the goals: key results and what drives them."""
