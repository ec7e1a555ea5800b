from hashlib import sha256

import pytest

from onrecord.read.snapshots import seen_text
from tests.rig.reading import Folder

PAGE = """\
<!DOCTYPE html>
<html><head><title>Not read</title><style>p { color: red }</style></head>
<body><h1>Head<em>line</em></h1><script>var x = "<p>no</p>"</script>
<p>All retaliation&nbsp;options
are on the <b>table</b>, he&#8217;s said.</p><div>Next<br>line</div>
<ul><li>One<li>Two</ul><noscript>Turn on scripts</noscript><!-- gone --></body></html>
"""


def test_a_snapshot_of_text_is_kept_as_it_is(folder: Folder) -> None:
    text = "All options.\r\n\r\nNext.\n"
    (snapshot,) = folder.read({"content/archive/independent-2020.txt": text}).records.snapshots
    assert (snapshot.source_id, snapshot.text) == ("independent-2020", "All options.\n\nNext.\n")
    assert snapshot.digest == sha256(text.encode()).hexdigest()


def test_a_snapshot_of_a_page_is_what_a_reader_sees_of_it(folder: Folder) -> None:
    (snapshot,) = folder.read({"content/archive/independent.html": PAGE}).records.snapshots
    assert snapshot.text.split("\n") == [
        "Headline",
        "All retaliation options",
        "are on the table, he’s said.",
        "Next",
        "line",
        "One",
        "Two",
    ]
    assert snapshot.digest == sha256(PAGE.encode()).hexdigest()


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<head><title>x</title><body>Words", "Words"),
        ("Words without markup", "Words without markup"),
        ("<p>a</script>b", "a\nb"),
        ("<svg><text>x</svg>y", "y"),
        ("<p>1 < 2 &amp; 3", "1 < 2 & 3"),
        ("", ""),
    ],
)
def test_damaged_markup_loses_no_words(html: str, text: str) -> None:
    assert seen_text(html) == text


def test_a_snapshot_is_never_an_asset(folder: Folder) -> None:
    found = folder.read({"content/archive/a.txt": "x", "content/archive/a.pdf": "x"})
    assert [asset.path for asset in found.records.assets] == ["archive/a.pdf"]


def test_a_snapshot_is_named_by_the_id_of_its_source(folder: Folder) -> None:
    finding = folder.read({"content/archive/The Independent.txt": "x"}).only("OR112")
    assert "the-independent" in finding.hint


def test_a_source_has_one_snapshot(folder: Folder) -> None:
    found = folder.read({"content/archive/a.txt": "x", "content/archive/a.html": "x"})
    assert found.only("OR113").related


def test_a_snapshot_that_is_no_text_is_refused(folder: Folder) -> None:
    assert folder.read({"content/archive/a.html": b"\xff"}).codes == ["OR101"]
