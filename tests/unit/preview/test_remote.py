"""Folders of other machines, by the list of what is mounted where."""

from pathlib import Path

import pytest

from onrecord.preview.remote import is_remote

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/export /mnt/news nfs4 rw 0 0
/dev/sdb1 /mnt/news/local ext4 rw 0 0
host /media/my\\040share 9p rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "is_far"),
    [
        ("/srv/site", False),
        ("/mnt/news", True),
        ("/mnt/news/site", True),
        ("/mnt/newsroom", False),
        ("/mnt/news/local/site", False),
        ("/media/my share/site", True),
    ],
)
def test_a_folder_is_where_the_nearest_mount_is(tmp_path: Path, folder: str, is_far: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert is_remote(Path(folder), mounts) is is_far


def test_without_such_a_list_everything_is_near(tmp_path: Path) -> None:
    assert not is_remote(Path("/mnt/news"), tmp_path / "none")
