"""What leaves Recount for other programs: records as JSON Lines, findings as CSV."""
