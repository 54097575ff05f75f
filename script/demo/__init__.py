"""The household of the demo, and how it gets into Home Assistant."""
