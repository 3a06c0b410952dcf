"""Writing a KPI: what it counts, its unit, its periods and its place among the others."""
