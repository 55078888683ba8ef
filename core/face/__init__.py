"""Finds faces, follows them, and lays a generated mouth over a frame. Knows nothing of media files and engines."""
