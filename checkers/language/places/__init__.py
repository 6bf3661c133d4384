"""Reading places: names known, names by pattern, and what each has to do with the story."""

from checkers.language.places.reader import read_places

__all__ = ["read_places"]
