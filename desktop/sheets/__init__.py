"""Paper out: one layout and one painter for preview, printer, PDF and picture."""
