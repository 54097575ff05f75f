"""What each language answers: texts with placeholders. Data only."""
