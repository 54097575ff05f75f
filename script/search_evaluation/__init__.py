"""How well searching finds things: sets of questions with graded answers, noise, measures and tables."""
