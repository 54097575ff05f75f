"""A real Home Assistant process to test against, to show the demo on and to measure."""
