"""The command line: one module to a group of commands; heavy imports stand inside the commands."""
