"""What a caller may still ask, as a field."""

from auth.viewer import Viewer
from resolvers.context import Context
from resolvers.rates import Rate
from tests.schema.asking import ask

QUERY = "{ rateLimit { limit remaining used cost } }"


async def test_anonymous_caller_reads_his_budget() -> None:
    rate = Rate(limit=100, remaining=60, per_second=7, cost=3)

    answer = await ask(QUERY, Context(Viewer(), "r", rate=rate))

    assert answer["rateLimit"] == {"limit": 100, "remaining": 60, "used": 40, "cost": 3}


async def test_without_a_budget_there_is_none_to_read() -> None:
    assert (await ask(QUERY, Context(Viewer(), "r")))["rateLimit"] is None


def test_bucket_is_full_again_after_what_is_used_has_run_in() -> None:
    assert Rate(limit=100, remaining=60, per_second=7, cost=3).reset_seconds == 6
