"""Judge: from points and stemma to verdicts and findings."""
