"""Where devices come from: each source tells what it sees as observations."""
