"""The API: the archive for programs, under /api/v1, and feeds; every route returns a noun of docs/contract.md."""
