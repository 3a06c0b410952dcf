"""The one metric that matters now: its chart with the line in the sand, and how it is chosen."""
