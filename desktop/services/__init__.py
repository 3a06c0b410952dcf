"""One module a use case: what both the window and the command line call."""
