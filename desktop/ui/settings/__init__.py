"""The settings page: company, people, this computer, backups."""
