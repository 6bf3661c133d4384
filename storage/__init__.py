"""Remembers: tables, migrations, and plain functions that save nouns and load them again."""
