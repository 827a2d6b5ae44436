"""Aligning: finding the statements of several reports that are about one matter."""
