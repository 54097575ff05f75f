"""Code labels on paper: QR codes, where the text goes, and the PDF. Slow and heavy: imported and run in a thread."""
