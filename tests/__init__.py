"""Tests of Home Inventory."""
