"""Memory that is free again, and who has it then."""

from __future__ import annotations

import ctypes


def give_back_memory() -> None:
    """Let the system have what this process has freed. In a thread: some ten milliseconds, the interpreter is free meanwhile.

    The C library of most Linux systems keeps a store of freed memory for each thread, in case it needs it again. After
    reading and indexing a large home that are 30 to 50 MB. Other libraries do it by themselves and lack the call.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
