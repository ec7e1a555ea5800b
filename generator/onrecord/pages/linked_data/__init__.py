"""What pages tell machines of their content: JSON-LD in the words of schema.org, a file a noun.

A page or a part of it has its own address for an `@id`; what a page is about has that of the page
with `#article`, `#actor`, `#source`. Nothing is said here that the page does not say to readers.
"""
