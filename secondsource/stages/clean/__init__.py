"""Clean: from a document to a report, or a rejection."""
