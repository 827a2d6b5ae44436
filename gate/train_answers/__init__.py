"""Trains and exports the attribution tagger; see gate/train_tagger/__main__.py."""
