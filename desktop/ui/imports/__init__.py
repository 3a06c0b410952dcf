"""The Import page: files in, step by step, and what was imported before."""
