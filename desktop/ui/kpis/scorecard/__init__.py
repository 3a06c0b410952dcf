"""The balanced scorecard: KPIs and goals by four perspectives."""
