"""The report of a period: to be read, copied and printed."""
