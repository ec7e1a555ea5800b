"""Whether a folder lies on another machine, whose changes this one's system does not tell."""

from pathlib import Path

_REMOTE = frozenset(
    "9p afs ceph cifs davfs drvfs fakeowner fuse.grpcfuse fuse.rclone fuse.s3fs fuse.sshfs nfs nfs4"
    " prl_fs smb3 smbfs vboxsf virtiofs".split()
)
_MOUNTS = Path("/proc/self/mounts")


def is_remote(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """True where the folder is known to lie on another machine or outside a virtual one."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    place, kind = Path("/"), ""
    for line in lines:
        _, where, of, *_ = [*line.split(" "), "", "", ""]
        mount = Path(where.replace("\\040", " "))
        if folder.is_relative_to(mount) and mount.is_relative_to(place):
            place, kind = mount, of
    return kind in _REMOTE
