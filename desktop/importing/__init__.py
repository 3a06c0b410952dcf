"""Files in: reading, recognising, mapping and the difference an import would make."""
