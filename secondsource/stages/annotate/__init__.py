"""Annotate: from a report to a reading."""
