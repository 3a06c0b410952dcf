"""What every part of the window leans on, with Qt and without any page."""
