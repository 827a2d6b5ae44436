"""Extract: from a reading to statements."""
