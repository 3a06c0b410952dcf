"""Paper out: one painter for preview, printer, PDF and picture."""
