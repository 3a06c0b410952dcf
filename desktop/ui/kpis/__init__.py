"""The KPIs page: the table, the chart of one KPI, its editor, and the grid for typing values."""
