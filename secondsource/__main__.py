"""`python -m secondsource` is the command `secondsource`."""

from secondsource.surfaces.cli import main

if __name__ == "__main__":
    main()
