"""The happenings an article speaks of, and which of its statements belong to which."""

from checkers.language.mentions.scene import Scene

__all__ = ["Scene"]
