"""From the bytes of a file to its cells, in a guarded process."""
