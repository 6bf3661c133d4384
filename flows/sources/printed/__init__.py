"""Pages printed as plain text: their lines, dates, captions and furniture."""
