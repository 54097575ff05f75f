"""Tests of the grammar of questions."""
