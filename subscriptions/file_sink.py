"""Files as a sink: CloudEvents as JSON Lines, 100,000 a file, for a shipper that carries them elsewhere."""

import asyncio
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.outbox import NumberedEvent
from subscriptions import cloud_events
from subscriptions.sink import SinkAway

PER_FILE = 100_000


@dataclass(frozen=True, slots=True)
class FileSink:
    """Files `{epoch}-{number}.jsonl` of a folder. Only the leader of the relay writes; files of past numbers may be taken away."""

    folder: Path

    async def append(self, epoch: str, batch: Sequence[NumberedEvent]) -> None:
        """The events are on the disk."""
        try:
            await asyncio.to_thread(self._append, epoch, batch)
        except OSError as err:
            raise SinkAway(str(err)) from err

    async def head(self, epoch: str) -> int:
        """The number of the last whole line; a line that a crash cut short does not count, and is removed."""
        try:
            return await asyncio.to_thread(self._head, epoch)
        except OSError as err:
            raise SinkAway(str(err)) from err

    def _append(self, epoch: str, batch: Sequence[NumberedEvent]) -> None:
        held = self._head(epoch)
        fresh = [row for row in batch if row.seq > held]
        for place in sorted({row.seq // PER_FILE for row in fresh}):
            lines = [
                json.dumps(cloud_events.structured(row, epoch), ensure_ascii=False) + "\n"
                for row in fresh
                if row.seq // PER_FILE == place
            ]
            with (self.folder / f"{epoch}-{place:012}.jsonl").open("ab") as file:
                file.write("".join(lines).encode())
                file.flush()
                os.fsync(file.fileno())

    def _head(self, epoch: str) -> int:
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(self.folder.glob(f"{epoch}-*.jsonl"), reverse=True):
            last = _last_line(path)
            if last:
                return int(json.loads(last)["sequence"])
        return 0


_BLOCK = 65_536


def _last_line(path: Path) -> bytes:
    """The last whole line; whatever follows it is cut off."""
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        tail, start = b"", size
        while start and tail.count(b"\n", 0, -1) < 2:  # noqa: PLR2004 - the end of the line before, and its own
            start = max(0, start - _BLOCK)
            file.seek(start)
            tail = file.read(size - start)
        whole = tail.rfind(b"\n") + 1
        if whole < len(tail):
            file.truncate(start + whole)
    lines = tail[:whole].split(b"\n")
    return lines[-2] if len(lines) > 1 else b""
