"""The search index: what can be found, made into files that a page searches without a server."""

from onrecord.search.index import find_missing_program, make_index

__all__ = ["find_missing_program", "make_index"]
