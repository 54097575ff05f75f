"""Reports as files: what is written in them in six languages, and how it is drawn. Slow and heavy: imported and run in a thread."""
