"""Tests mirror the source: `tests/core/test_x.py` is about `core/x.py`."""
