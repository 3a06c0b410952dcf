"""The Sheets page: choose a sheet, see it as it prints, print or save it."""
