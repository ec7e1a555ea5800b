"""The kinds of page, one a file: each builds the closed view of its pages."""
