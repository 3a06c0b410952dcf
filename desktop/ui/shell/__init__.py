"""The main window: navigation, menus, command palette, notices, files."""
