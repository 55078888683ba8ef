"""Reads and writes films and sound. Knows nothing of faces, engines and projects."""
