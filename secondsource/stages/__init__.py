"""The verbs: one room a stage; no stage imports another."""
