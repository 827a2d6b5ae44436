"""Whoever runs the tests may have settings of their own, which no test is meant for."""

import os

for name in [name for name in os.environ if name.startswith("SECONDSOURCE_")]:
    del os.environ[name]
os.environ["SECONDSOURCE_SETTINGS"] = os.devnull
