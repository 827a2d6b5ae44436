"""Pure functions over strings; nothing here knows a noun of the model."""
