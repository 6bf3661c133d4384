"""What console and exports both rest on: safe text, figures in order of time, names in words."""
