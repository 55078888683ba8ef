"""Tests of `core/media`."""
