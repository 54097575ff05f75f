"""Scanning IPv4 networks: who answers, with which hardware address, and what it is called."""
