"""How well spoken questions are answered: one household in six languages, and what people say to it."""
