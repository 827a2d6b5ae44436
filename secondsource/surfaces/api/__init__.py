"""The API over an archive: the nouns of docs/contract.md as JSON."""
