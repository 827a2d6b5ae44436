"""Trace: from a story to its stemma."""
