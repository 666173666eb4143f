"""The command line: one module per command; a command only translates."""
