"""What a process and its children have used: CPU seconds and resident memory, from /proc."""

import os
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PAGE_KB = os.sysconf("SC_PAGE_SIZE") / 1024
_UTIME, _STIME, _RSS = 11, 12, 21  # proc(5): places after the name, whose brackets end at the last ")"


def cpu_seconds(pid: int) -> float:
    """In user and in kernel mode, of the process and every child it has now."""
    return sum((int(_stat(one)[_UTIME]) + int(_stat(one)[_STIME])) / _TICK for one in _tree(pid))


def resident_kb(pid: int) -> float:
    """Resident memory of the process and every child it has now."""
    return sum(int(_stat(one)[_RSS]) * _PAGE_KB for one in _tree(pid))


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _tree(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents.setdefault(int(_stat(int(entry.name))[1]), []).append(int(entry.name))
            except OSError:
                continue
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found
