"""Mentions to events, copies of a text, uses of a picture."""
