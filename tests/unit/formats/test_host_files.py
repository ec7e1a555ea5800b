from onrecord.formats import write_headers, write_redirects


def test_each_move_is_a_line() -> None:
    moves = [("/old/", "/new/"), ("/a/", "/b/")]
    assert write_redirects(moves) == b"/old/ /new/ 301\n/a/ /b/ 301\n"
    assert write_redirects(moves[:1], "301!") == b"/old/ /new/ 301!\n"
    assert write_redirects([]) == b""


def test_headers_hold_for_all_below_the_path() -> None:
    assert write_headers({"A": "b", "C": "d"}, "/repo/") == b"/repo/*\n  A: b\n  C: d\n"
