"""Ids: hashes of content, so that the same input has the same id on every machine."""

from hashlib import blake2b

ID_BYTES = 8
"""64 bits: with a million reports, a clash is a one in 37 million chance (birthday bound)."""


def digest(*fields: str) -> str:
    """A short hexadecimal id of `fields`; their borders count, so ("ab", "c") is not ("a", "bc")."""
    joined = "\x1f".join(fields)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()
