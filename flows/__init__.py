"""Runs and shows: sources, the flows, the command line, the console."""
