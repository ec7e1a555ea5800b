"""Parts that several kinds of page share: frames, records, sources, teasers, dressings."""
