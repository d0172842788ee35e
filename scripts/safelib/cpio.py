# SPDX-License-Identifier: GPL-2.0
"""Writes the cpio archives that a kernel unpacks as its first file system.

Written here rather than by cpio(1), so that device files need no root.
"""
import stat


class Archive:
    """A "newc" archive in memory; see the kernel's early-userspace/buffer-format."""

    def __init__(self):
        self._parts = []
        self._count = 0
        self._folders = set()

    def _add(self, name, mode, data=b"", rdev=(0, 0)):
        self._count += 1
        name = name.lstrip("/").encode() + b"\0"
        fields = (self._count, mode, 0, 0, 1, 0, len(data), 0, 0, *rdev, len(name), 0)
        head = b"070701" + b"".join(b"%08X" % f for f in fields) + name
        self._parts += [head, bytes(-len(head) % 4), data, bytes(-len(data) % 4)]

    def folder(self, name):
        """Adds the folder and those above it, once."""
        name = name.strip("/")
        if not name or name in self._folders:
            return
        self._folders.add(name)
        self.folder(name.rpartition("/")[0])
        self._add(name, stat.S_IFDIR | 0o755)

    def file(self, name, data, mode=0o755):
        self.folder(name.rpartition("/")[0])
        self._add(name, stat.S_IFREG | mode, data)

    def device(self, name, major, minor):
        """Adds a character device."""
        self.folder(name.rpartition("/")[0])
        self._add(name, stat.S_IFCHR | 0o600, rdev=(major, minor))

    def bytes(self):
        whole = Archive()
        whole._add("TRAILER!!!", 0)
        return b"".join(self._parts + whole._parts)
