"""Network file systems: SQLite's locks do not hold there, so they are refused."""

import re
from pathlib import Path

from tm.errors import StoreError

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "orangefs",
        "smb3",
        "smbfs",
        "vboxsf",
    }
)
_NETWORK_BY_FUSE = frozenset(
    {
        "fuse.ceph",
        "fuse.davfs",
        "fuse.davfs2",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.smbnetfs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
    }
)

# Blank, tab, line feed and backslash are written as octal numbers.
_ESCAPED = re.compile(r"\\([0-7]{3})")


def refuse_network_folder(path: Path, mounts: str | None = None) -> None:
    """Refuse a database on a network file system.

    Args:
        path: The database file; it need not exist.
        mounts: The table of mounts as Linux gives it (proc(5), mountinfo); read from the system when it is None.

    Raises:
        StoreError: The file would lie on a network file system.
    """
    kind = file_system(path, read_mounts() if mounts is None else mounts)
    if kind in _NETWORK | _NETWORK_BY_FUSE:
        raise StoreError(
            f"{path}: this is on a network file system ({kind}), where locks cannot be trusted and work can be lost. "
            "Keep the database on a local disk and share it by a server (PostgreSQL), or share TMX exports."
        )


def file_system(path: Path, mounts: str) -> str:
    """Give the type of the file system that a path lies on; empty where the system does not say."""
    best, kind = "", ""
    place = str(path.resolve())
    for line in mounts.split("\n"):
        fields, _, rest = line.partition(" - ")
        parts = fields.split()
        if len(parts) < 5 or not rest:
            continue
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), parts[4])
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, rest.split()[0]
    return kind


def read_mounts() -> str:
    """Give the table of mounts as the system has it; empty where there is none to read."""
    try:
        return _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return ""
