"""Which columns feed which KPIs: remembered, by name, or new."""
