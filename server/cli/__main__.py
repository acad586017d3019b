"""`python -m server.cli`: the command `begrip` where no script is installed."""

from server.cli import main

if __name__ == "__main__":
    main()
