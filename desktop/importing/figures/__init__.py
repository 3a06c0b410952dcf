"""From a table and a rule to the values of one KPI, and what they would change."""
