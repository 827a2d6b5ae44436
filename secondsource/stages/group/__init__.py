"""Group: from readings to stories."""
