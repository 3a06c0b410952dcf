"""Where the tables of a sheet are, their periods, columns and rows."""
