"""What is true about things in a house. Standard library only."""
