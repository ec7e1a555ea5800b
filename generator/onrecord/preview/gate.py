"""Who may read the preview: nobody who comes by a name that is not this machine's.

A page from elsewhere that the writer looks at could otherwise read drafts: by asking this machine,
or by a name of its own that it lets lead to this machine.
"""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_OTHER_NAME = (
    "this preview does not answer to that name: open an address that `onrecord serve` prints,"
    " or begin it with `--host NAME`"
)


class Gate:
    """Lets in what is asked of this machine by its own name, from its own pages.

    `host` is where the preview serves, `names` are those of this machine, which count where others
    are let in.
    """

    def __init__(self, host: str, names: frozenset[str] = frozenset()) -> None:
        self.is_open_to_others = not is_loopback(host)
        self._names = _LOOPBACK | {host.lower()}
        if self.is_open_to_others:
            self._names |= {name.lower() for name in names}

    def refuses(self, headers: Mapping[str, str]) -> str:
        """Why what is asked with these headers is refused; "" where it is not."""
        host = headers.get("Host", "")
        if not self._is_known(host):
            return _OTHER_NAME
        origin = headers.get("Origin", "")
        if origin and not _is_same(origin, host):
            return "this preview answers only its own pages"
        is_visit = headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
        if headers.get("Sec-Fetch-Site", "") in {"cross-site", "same-site"} and not is_visit:
            return "this preview answers only its own pages"
        return ""

    def admits_origin(self, origin: str, host: str) -> bool:
        """True where a page from that origin may listen to what happens here."""
        return self._is_known(host) and _is_same(origin, host)

    def _is_known(self, host: str) -> bool:
        name = _name_in(host)
        if name in self._names:
            return True
        # An address of numbers is nobody's to redirect: only names can be led to this machine.
        return self.is_open_to_others and _is_address(name)


def is_loopback(host: str) -> bool:
    """True where only this machine can come."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _name_in(host: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_same(origin: str, host: str) -> bool:
    """True where the origin is that of the pages served to that host."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and parts.netloc.lower() == host.lower()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
