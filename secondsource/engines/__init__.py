"""Where the verbs run."""
