"""Trains and exports the network of answers; see gate/train_answers/__main__.py."""
