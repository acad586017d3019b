"""The network between clients and server, and between server and engines: reset, cut and mended, half open, slow."""

import asyncio
import time

import pytest

from tests.reliability import figures, proxy
from tests.reliability.keeper import sockets
from tests.reliability.load import RECOVERY_SECONDS, Load, told, under_load
from tests.reliability.place import opened
from tests.reliability.proxy import Fault, Proxy

pytestmark = pytest.mark.timeout(900)
_SUBSCRIBERS = 50
_HEARTBEAT_SECONDS = 0.8
_CUT_SECONDS = 3.0
_LET_GO_SECONDS = 90.0


async def test_connections_of_clients_are_reset_and_cut() -> None:
    with opened() as place, proxy.running(proxy.to_port(place.ports[0])) as wire:
        async with under_load(place, 1) as load:
            load.follow(_SUBSCRIBERS, lambda _: wire.port)
            await load.joined()
            seconds = [await _passed(load, wire, fault) for fault in (Fault.RESET, Fault.SILENCE, Fault.RESET)]
            verdict = await load.judged()

    is_met = max(seconds) <= RECOVERY_SECONDS
    figures.record("cut", f"{_SUBSCRIBERS} subscribers; {told(verdict, seconds)}", is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert is_met, seconds


async def test_half_open_sockets() -> None:
    with opened() as place, proxy.running(proxy.to_port(place.ports[0])) as wire:
        async with under_load(place, 1, lanes=1) as load:
            before = sockets(place.keeper.pid("server-1"))
            load.follow(_SUBSCRIBERS, lambda _: wire.port, heartbeat=_HEARTBEAT_SECONDS)
            await load.joined()
            dead = sockets(place.keeper.pid("server-1")) - before
            began = time.time()
            wire.turn(Fault.HALF_OPEN)
            await load.written(5)
            wire.turn(Fault.NONE)
            ended = time.time()
            seconds = await load.recovered(ended)
            while dead & sockets(place.keeper.pid("server-1")):
                assert time.time() - began < _LET_GO_SECONDS, "the server keeps sockets whose peers are gone"
                await asyncio.sleep(0.1)
            let_go = time.time() - began
            verdict = await load.judged()

    is_met = seconds <= RECOVERY_SECONDS
    figure = f"{_SUBSCRIBERS} subscribers with a heartbeat of {_HEARTBEAT_SECONDS} s; {told(verdict, [seconds])}; the server let go of dead sockets after {let_go:.0f} s"
    figures.record("half-open", figure, is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert is_met, seconds


@pytest.mark.parametrize("engine", ["valkey", "postgres"])
async def test_the_wire_to_an_engine_is_cut(engine: str) -> None:
    with proxy.running(lambda: dials[0]()) as wire:  # noqa: PLW0108 - where it leads is known later
        variable = "REDIS_URL" if engine == "valkey" else "DATABASE_URL"
        url = "redis://127.0.0.1:{}/0" if engine == "valkey" else "postgresql://begrip_app@127.0.0.1:{}/begrip"
        dials = [proxy.to_port(1)]

        def told_of(sockets: str) -> None:
            dials[0] = proxy.to_socket(f"{sockets}/{'valkey.sock' if engine == 'valkey' else '.s.PGSQL.5432'}")

        with opened(
            on_engines=lambda planned: told_of(str(planned.cluster.sockets)), settings={variable: url.format(wire.port)}
        ) as place:
            async with under_load(place) as load:
                seconds = [await _passed(load, wire, fault) for fault in (Fault.RESET, Fault.SILENCE, Fault.HALF_OPEN)]
                wire.delay = 0.1
                await load.written(10)
                wire.delay = 0.0
                verdict = await load.judged()

    is_met = max(seconds) <= RECOVERY_SECONDS
    figures.record(f"wire-{engine}", told(verdict, seconds), is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert is_met, seconds


async def _passed(load: Load, wire: Proxy, fault: Fault) -> float:
    """Seconds of recovery after a fault that lasted a few."""
    wire.turn(fault)
    await asyncio.sleep(_CUT_SECONDS)
    wire.turn(Fault.NONE)
    return await load.recovered(time.time())
