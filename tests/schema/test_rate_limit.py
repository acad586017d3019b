"""What a caller may still ask, as a field."""

from auth.viewer import Viewer
from cache.points import Bucket, Points
from resolvers.context import Context
from resolvers.rates import Rate
from schema import build, event
from schema.gate import gate
from schema.gate.asker import Asker
from schema.gate.operation import Operation
from schema.gate.options import Options
from schema.gate.request import Request
from subscriptions import live
from tests.schema.asking import ask

QUERY = "{ rateLimit { limit remaining used cost } }"


async def test_anonymous_caller_reads_his_budget() -> None:
    rate = Rate(limit=100, remaining=60, per_second=7, cost=3)

    answer = await ask(QUERY, Context(Viewer(), "r", rate=rate))

    assert answer["rateLimit"] == {"limit": 100, "remaining": 60, "used": 40, "cost": 3}


async def test_budget_is_told_without_redis_too() -> None:
    points = Points(None, Bucket(size=100, per_second=1))
    made = gate.build(build.build(), event.message, live.Live(None), Options(), points=points)
    asker = Asker(viewer=Viewer())
    wanted = await made.prepare(Request(QUERY), asker)
    assert isinstance(wanted, Operation)

    answer = await made.run(wanted, asker)

    assert answer.data == {"rateLimit": {"limit": 100, "remaining": 100, "used": 0, "cost": 0}}


async def test_without_a_budget_there_is_none_to_read() -> None:
    assert (await ask(QUERY, Context(Viewer(), "r")))["rateLimit"] is None


def test_bucket_is_full_again_after_what_is_used_has_run_in() -> None:
    assert Rate(limit=100, remaining=60, per_second=7, cost=3).reset_seconds == 6
