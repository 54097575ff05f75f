"""Finding items by words: a derived index in memory, the same whatever the database."""
