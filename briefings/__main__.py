"""`python -m briefings` is `briefings`."""

from briefings.cli.main import main

main()
