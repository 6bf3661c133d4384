"""Runs cases, each in a store of its own, and scores what was found against what was expected."""
