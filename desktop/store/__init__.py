"""The company file."""
