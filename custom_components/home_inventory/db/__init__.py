"""How the inventory is kept: SQLAlchemy and the domain, nothing of Home Assistant but in database.py."""
