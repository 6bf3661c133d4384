"""The parts of a web page: its data, text, headline, dates and pictures."""
