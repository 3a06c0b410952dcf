"""Advice: beside the goals and KPIs it is about, and beside a target while it is typed."""
