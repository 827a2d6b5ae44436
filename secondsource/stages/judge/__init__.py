"""Judging: what of a story agrees, differs, is denied or cannot be, and on how many independent sources it rests."""
