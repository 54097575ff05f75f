"""Where devices come from. Each source asks, reads the answer and says what it has seen as `Observation`s, nothing more."""
