"""What the integration costs, measured from outside a real Home Assistant process."""
