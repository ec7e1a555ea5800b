"""By which addresses a preview is said to be found."""

import socket

import pytest

from onrecord.preview import reach
from onrecord.preview.reach import Reach, reach_of
from onrecord.preview.server import bind
from tests.rig import needs


@pytest.fixture(autouse=True)
def _two_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "own_addresses", lambda: ("192.168.0.7", "10.0.0.7", "fd00::7"))
    monkeypatch.setattr(socket, "gethostname", lambda: "Desk")


def reached(host: str, base: str = "/repo/") -> Reach:
    sockets = bind(0, host)
    try:
        port = sockets[0].getsockname()[1]
        found = reach_of(sockets, host, base)
    finally:
        for one in sockets:
            one.close()
    return Reach(*(_without(port, found.here),), _all_without(port, found.others),
                 _without(port, found.by_name))  # fmt: skip


def _all_without(port: int, addresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_without(port, one) for one in addresses)


def _without(port: int, address: str) -> str:
    return address.replace(f":{port}/", ":PORT/")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_for_this_machine_alone_there_is_one_address(host: str) -> None:
    assert reached(host) == Reach(f"http://{host}:PORT/repo/")


def test_at_every_address_others_are_told_each_of_them() -> None:
    assert reached("0.0.0.0") == Reach(  # noqa: S104 - what is tested
        "http://127.0.0.1:PORT/repo/",
        ("http://192.168.0.7:PORT/repo/", "http://10.0.0.7:PORT/repo/"),
        "http://desk:PORT/repo/",
    )


@needs.machine(has=socket.has_ipv6, why="this machine knows no IPv6")
def test_of_the_newer_kind_of_addresses_those_are_told_that_it_listens_at() -> None:
    found = reached("::", "/")
    assert found.here == "http://[::1]:PORT/"
    assert found.others == ("http://[fd00::7]:PORT/",)


@pytest.mark.parametrize("name", ["localhost", "localhost.localdomain", "127.0.0.1"])
def test_a_name_that_every_machine_has_is_nobodys(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: name)
    assert reach.own_names() == frozenset()
    assert reached("0.0.0.0").by_name == ""  # noqa: S104 - what is tested


def test_by_its_name_those_beside_it_know_it_too() -> None:
    assert reach.own_names() == {"desk", "desk.local"}
