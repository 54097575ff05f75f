"""Where devices come from: what each source says, in the words of domain/observations.py."""
