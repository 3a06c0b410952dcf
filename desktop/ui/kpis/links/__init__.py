"""The links of a KPI: what leads it, and what it leads."""
