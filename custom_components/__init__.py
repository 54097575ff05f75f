"""Home for the integration in this repository."""
