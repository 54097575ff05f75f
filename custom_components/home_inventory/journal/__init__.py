"""The journal: files that hold everything the database holds, so that the database is never the only copy.

Its format is described in docs/journal-format.md. Nothing here knows Home Assistant or a database.
"""
