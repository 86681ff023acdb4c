"""Network file systems are known from the table of mounts that Linux gives."""

from pathlib import Path

import pytest

from tm.errors import StoreError
from tm.store.mounts import file_system, read_mounts, refuse_network_folder

MOUNTS = """\
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
40 22 0:35 / /home rw,relatime shared:20 - nfs4 server:/export/home rw,vers=4.2
41 40 259:3 / /home/tanaka/local rw shared:21 - btrfs /dev/nvme0n1p3 rw
42 22 0:40 / /mnt/office\\040share rw shared:22 - cifs //office/share rw
43 22 0:41 / /mnt/cloud rw shared:23 master:1 - fuse.sshfs tanaka@host:/ rw
44 22 0:42 / /mnt/stick rw - fuse.ntfs-3g /dev/sdb1 rw
45 22 0:43 / /mnt/over rw - nfs server:/old rw
46 45 0:44 / /mnt/over rw - xfs /dev/sdc1 rw
half a line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/tanaka/memory.db", "nfs4"),
        ("/mnt/office share/memory.db", "cifs"),
        ("/mnt/cloud/deep/down/memory.db", "fuse.sshfs"),
    ],
)
def test_a_database_on_a_network_file_system_is_refused_with_a_pointer_to_a_server(path: str, kind: str) -> None:
    with pytest.raises(StoreError, match=rf"network file system \({kind}\).*PostgreSQL"):
        refuse_network_folder(Path(path), MOUNTS)


@pytest.mark.parametrize(
    "path",
    [
        "/var/memory.db",
        "/home/tanaka/local/memory.db",
        "/homes/memory.db",
        "/mnt/stick/memory.db",
        "/mnt/over/memory.db",
    ],
)
def test_a_database_on_a_local_disk_is_welcome(path: str) -> None:
    refuse_network_folder(Path(path), MOUNTS)


def test_where_the_system_says_nothing_nothing_is_refused() -> None:
    assert file_system(Path("/anywhere"), "") == ""


def test_a_link_counts_as_the_place_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/home/tanaka")
    assert file_system(tmp_path / "link" / "memory.db", MOUNTS) == "nfs4"


def test_the_real_table_of_mounts_is_read(tmp_path: Path) -> None:
    mounts = read_mounts()
    assert bool(file_system(tmp_path, mounts)) == bool(mounts)
