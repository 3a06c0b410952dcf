"""The glossary: what every word of the company means, to read, search, copy and add to."""
