"""Align: from the statements of a story to points."""
