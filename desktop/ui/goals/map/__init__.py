"""The goal map: the picture of how goals, key results and KPIs hang together."""
