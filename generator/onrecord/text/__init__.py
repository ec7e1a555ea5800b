"""Text as written: source files with positions, located YAML, folding, dates, slugs, digests."""
