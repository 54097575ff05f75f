"""Kills a real Home Assistant and damages its database while a household writes, and looks whether anything is lost."""
