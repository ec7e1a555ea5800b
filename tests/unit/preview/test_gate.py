"""Whom the preview lets in when others may come too, and which addresses are this machine's."""

import pytest

from onrecord.preview.gate import Gate, is_loopback


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),  # noqa: S104 - what is tested
        ("::", False),
        ("192.168.0.7", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_loopback_is_what_only_this_machine_reaches(host: str, is_ours: bool) -> None:
    assert is_loopback(host) is is_ours


@pytest.mark.parametrize(
    ("serves_at", "host", "is_let_in"),
    [
        ("0.0.0.0", "192.168.0.7:8000", True),  # noqa: S104 - what is tested
        ("0.0.0.0", "[fe80::1]:8000", True),  # noqa: S104 - what is tested
        ("0.0.0.0", "localhost:8000", True),  # noqa: S104 - what is tested
        ("0.0.0.0", "evil.example:8000", False),  # noqa: S104 - what is tested
        ("desk.local", "desk.local:8000", True),
        ("desk.local", "DESK.LOCAL", True),
        ("desk.local", "desk.local.evil.example", False),
        ("127.0.0.1", "192.168.0.7:8000", False),
        ("0.0.0.0", "here:8000", True),  # noqa: S104 - what is tested
        ("0.0.0.0", "here.evil.example:8000", False),  # noqa: S104 - what is tested
        ("127.0.0.1", "here:8000", False),
    ],
)
def test_to_others_it_answers_by_number_or_by_the_name_that_was_given(
    serves_at: str, host: str, is_let_in: bool
) -> None:
    gate = Gate(serves_at, frozenset({"Here"}))
    assert (gate.refuses({"Host": host}) == "") is is_let_in
    assert gate.admits_origin(f"http://{host}", host) is is_let_in
    assert not gate.admits_origin("http://evil.example", host)
