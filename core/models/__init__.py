"""Networks, one architecture a file. Knows layers and shapes, nothing of files, faces in time, or rendering."""
