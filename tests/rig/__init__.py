"""What the tests share: sites in a string, literate cases, crawlers, a browser."""
