"""One article and its slice become a body with slots and located facts."""

from onrecord.annotate.article import annotate_article, annotate_prose

__all__ = ["annotate_article", "annotate_prose"]
