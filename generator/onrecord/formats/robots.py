"""robots.txt: everything may be read, and where the sitemap is.

Follows RFC 9309, https://www.rfc-editor.org/rfc/rfc9309
"""


def write_robots(sitemap: str) -> bytes:
    """The file's text; `sitemap` is an absolute address.

    Crawlers read it at the root of a host only: under a base path it is there for completeness.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()
