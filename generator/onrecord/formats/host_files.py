"""Files in which hosts such as Netlify and Cloudflare Pages are told what to do with addresses."""

from collections.abc import Mapping, Sequence


def write_redirects(moves: Sequence[tuple[str, str]], status: str = "301") -> bytes:
    """_redirects: what stood at the first path of each pair now stands at the second, for good.

    Follows Netlify's form, which Cloudflare and GitLab read too, https://docs.netlify.com/
    """
    return "".join(f"{old} {new} {status}\n" for old, new in moves).encode()


def write_headers(headers: Mapping[str, str], path: str) -> bytes:
    """_headers: these go with every answer below the path, which ends with a slash.

    Follows Netlify's form, which Cloudflare reads too, https://docs.netlify.com/
    """
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    return f"{path}*\n{lines}".encode()
