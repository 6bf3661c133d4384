"""Everything that comes in: feeds, pages and files, each turned into articles."""
