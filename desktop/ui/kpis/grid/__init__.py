"""The grid for typing values: KPIs down, periods across."""
