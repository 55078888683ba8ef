"""From data to weights: a program of its own on top of `core`. Knows nothing of windows."""
