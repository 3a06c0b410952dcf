"""What single cells and whole columns hold: numbers, dates, periods, units, words."""
