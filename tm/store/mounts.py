"""Network file systems: SQLite's locks do not hold there, so they are refused."""

import re
from pathlib import Path

from tm.errors import StoreError

_MOUNTS = Path("/proc/self/mountinfo")
# The same in the kernel and by FUSE; shared folders of virtual machines are no better.
_NETWORK = frozenset(
    {
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "davfs2",
        "gcsfuse",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "orangefs",
        "rclone",
        "s3fs",
        "smb3",
        "smbfs",
        "smbnetfs",
        "sshfs",
        "vboxsf",
        "vmhgfs-fuse",
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
    if kind.removeprefix("fuse.") in _NETWORK:
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
