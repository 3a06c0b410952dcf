"""The words and arithmetic of the field; standard library and numpy only."""
