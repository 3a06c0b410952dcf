"""Fill-in forms and exports of our own that come back."""
