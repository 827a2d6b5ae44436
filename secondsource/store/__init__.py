"""What is remembered: a folder of untouched bytes, and a database of what was derived from them. All SQL is here."""
