"""Text and where it stands: source files, positions, folding, YAML, dates, slugs and digests."""
