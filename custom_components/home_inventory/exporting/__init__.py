"""Files that leave the house: everything there is, lists as tables, archives. Nothing here knows Home Assistant or a database."""
