"""Text to claims. The only home of spaCy and textacy."""
