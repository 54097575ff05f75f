"""What developers run; the commands are described in CONTRIBUTING.md."""
