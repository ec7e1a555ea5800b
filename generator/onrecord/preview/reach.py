"""By which addresses a preview can be read: on this machine, and from others where it lets them."""

import socket
import struct
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import ip_address

from onrecord.preview.gate import is_loopback
from onrecord.preview.settings import LOOPBACK
from onrecord.text.frozen import Frozen

_LOOPBACK_6 = "::1"
# Addresses that are nobody's: to ask which of ours would speak to them sends nothing.
_FAR_AWAY = ((socket.AF_INET, "203.0.113.1"), (socket.AF_INET6, "2001:db8::1"))
_ADDRESS_OF_INTERFACE = 0x8915  # SIOCGIFADDR of Linux
_LONGEST_NAME = 15


class Reach(Frozen):
    """Where the front page is found: here, by others, and by others that know the machine's name.

    `others` and `by_name` are there only where the preview listens at every address of the machine.
    """

    here: str
    others: tuple[str, ...] = ()
    by_name: str = ""


def reach_of(sockets: Iterable[socket.socket], host: str, base: str) -> Reach:
    """The addresses of the front page below a base path, where it is served at that host."""
    names = [one.getsockname()[:2] for one in sockets]
    port = names[0][1]
    everywhere = {ip_address(at).version for at, _ in names if ip_address(at).is_unspecified}
    if not everywhere:
        return Reach(_address(host, port, base))
    here = LOOPBACK if 4 in everywhere else _LOOPBACK_6
    others = (found for found in own_addresses() if ip_address(found).version in everywhere)
    name = _own_name()
    return Reach(
        _address(here, port, base),
        tuple(_address(found, port, base) for found in others),
        _address(name, port, base) if name else "",
    )


def own_names() -> frozenset[str]:
    """What this machine is called by itself and by those beside it."""
    name = _own_name()
    return frozenset({name, f"{name.partition('.')[0]}.local"} if name else ())


def _own_name() -> str:
    """The name that this machine has; "" where it has none of its own."""
    name = socket.gethostname().lower()
    return "" if is_loopback(name) or name.startswith("localhost.") else name


def own_addresses() -> tuple[str, ...]:
    """The addresses at which other machines may know this one, the usual one first."""
    found = [*_by_route(), *_by_interface()]
    return tuple(dict.fromkeys(one for one in found if not _is_for_itself(one)))


def _by_route() -> Iterator[str]:
    for family, far in _FAR_AWAY:
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asked:
            asked.connect((far, 9))
            yield asked.getsockname()[0]


def _is_for_itself(found: str) -> bool:
    address = ip_address(found)
    return address.is_loopback or address.is_unspecified or address.is_link_local


if sys.platform == "linux":
    import fcntl

    def _by_interface() -> Iterator[str]:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            for _, name in socket.if_nameindex():
                request = struct.pack("256s", name.encode()[:_LONGEST_NAME])
                with suppress(OSError):  # one without an address
                    answer = fcntl.ioctl(asked.fileno(), _ADDRESS_OF_INTERFACE, request)
                    yield socket.inet_ntoa(answer[20:24])

else:

    def _by_interface() -> Iterator[str]:
        """None: that of the usual route has to do."""
        return iter(())


def _address(host: str, port: int, base: str) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}{base}"
