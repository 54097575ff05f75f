"""Writing files that leave the house. Nothing here knows Home Assistant or a database."""
