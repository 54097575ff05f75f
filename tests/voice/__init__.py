"""Tests of the voice package."""
