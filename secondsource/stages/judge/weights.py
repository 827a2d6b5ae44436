"""What a point weighs against others."""

KIND_WEIGHT = {"quote": 2.0, "figure": 2.0, "agreement": 2.0, "event": 1.5, "claim": 1.5, "dating": 1.0}
"""What a point weighs against others told as widely; words and numbers can be checked, so they come first."""

DISPUTED = 2.0
"""How much more a point weighs that somebody denies."""
