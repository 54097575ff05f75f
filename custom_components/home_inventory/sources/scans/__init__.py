"""Scan files: the results of other programs, told by their content and read as observations.

`reading.read_scan` is the door. Nothing here opens a file or a connection; call it in a thread, it may get 10 MB.
"""
