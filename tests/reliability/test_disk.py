"""The disk of PostgreSQL is full: clean refusals, nothing acknowledged is lost, and work goes on when there is room again."""

# ruff: noqa: ASYNC110 - what is waited for happens in other processes

import asyncio
import os
import subprocess
import time

import pytest

from tests.reliability import figures
from tests.reliability.keeper import wait_for
from tests.reliability.load import told, under_load
from tests.reliability.place import opened

pytestmark = pytest.mark.timeout(900)


async def test_a_full_disk() -> None:
    with opened(disk_megabytes=160) as place:
        async with under_load(place, pause=0.0) as load:
            data = place.services.cluster.data
            ballast = data.parent / "ballast"
            await asyncio.to_thread(_fill, ballast)
            began = time.time()
            async with asyncio.timeout(120):
                while load.writer.retries < 20:
                    await asyncio.sleep(0.05)
            full = time.time() - began
            size = ballast.stat().st_size
            os.truncate(ballast, max(0, size - 64 * 2**20))
            await asyncio.to_thread(wait_for, place.services.cluster.is_ready, "postgres back")
            seconds = await load.recovered(time.time(), seconds=60)
            verdict = await load.judged()
            refused = len(load.writer.refused)

    figure = f"mutations failed {full:.0f} s after it was full; {told(verdict, [seconds])} after 64 MiB came free"
    figures.record("disk", figure, is_met=verdict.is_clean and refused == 0)
    assert verdict.is_clean, verdict


def _fill(ballast: "os.PathLike[str]") -> None:
    """No byte is left."""
    subprocess.run(["dd", "if=/dev/zero", f"of={ballast}", "bs=64k"], check=False, capture_output=True)
