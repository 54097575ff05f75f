"""Tests of what reports say and how they are drawn."""
