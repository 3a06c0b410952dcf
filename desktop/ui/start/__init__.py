"""What is shown before a company file is open."""
