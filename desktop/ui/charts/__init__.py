"""Charts on the screen; the only place that knows pyqtgraph, which is loaded when first shown."""
