"""Reading files of other programs: what they are, what their columns hold, and what a row says. Knows no item that is there."""
