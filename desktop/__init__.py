"""Sikte: the goals and KPIs of a small company, in one local file."""

__version__ = "0.1.0.dev0"
