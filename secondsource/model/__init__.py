"""The nouns: frozen values that stages hand to one another."""
