"""SIE files and ledgers as tables by account ranges."""
