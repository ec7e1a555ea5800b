"""What is found as Pagefind reads it: a small page for each entry, never published."""

from html import escape

from onrecord.pages.search_entries import SearchEntry
from onrecord.search.bigrams import bigrams

# Ends what is shown of an entry's text: what follows is only looked through.
END_OF_TEXT = "\u241e"

_TITLE, _NAMES = 9, 7  # how much more a hit weighs there than in the text


def write_document(entry: SearchEntry) -> bytes:
    """The entry's page."""
    unspaced = bigrams(" ".join((entry.title, *entry.names, entry.text)))
    parts = [
        "<!doctype html><html><head><title></title></head><body data-pagefind-body>",
        f"<p>{escape(entry.text)}</p>",
        # Ids are kept and, other than what is shown, not looked through.
        f'<p id="{escape(entry.url)}">{END_OF_TEXT}</p><p id="{escape(entry.language)}"></p>',
        f'<p data-pagefind-weight="{_TITLE}">{escape(entry.title)}</p>',
        f'<p data-pagefind-weight="{_NAMES}">{escape(" · ".join(entry.names))}</p>',
        f"<p>{unspaced}</p>",
    ]
    shown = (("title", entry.title), ("label", entry.label), ("line", entry.line))
    parts += [_told("meta", name, value) for name, value in shown if value]
    parts += [_told("filter", name, value) for name, values in _filters(entry) for value in values]
    parts.append("</body></html>\n")
    return "".join(parts).encode()


def _filters(entry: SearchEntry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("kind", (entry.kind,)),
        ("speaker", entry.speakers),
        ("source", entry.sources),
        ("topic", entry.topics),
        ("year", (entry.year,) if entry.year else ()),
    )


def _told(what: str, name: str, value: str) -> str:
    """An element that tells by its attribute, so that no value can be read as two."""
    return f'<i data-pagefind-{what}="{name}[data-is]" data-is="{escape(value)}"></i>'
