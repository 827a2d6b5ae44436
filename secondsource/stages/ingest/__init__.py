"""Ingest: from paths, folders and streams to documents."""
