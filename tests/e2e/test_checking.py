"""Validation in the background: runs and jobs carried out by the worker, followed by subscription; findings waived."""

from tests.e2e import operations
from tests.e2e.shelf import a_term, created, ended, established
from tests.e2e.site import Site


async def test_a_run_is_carried_out_and_followed(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, term := a_term(), f"A {term} is a hut.")
    started = await site.people.author.ask(operations.START, input={"definitionId": id_})
    run, cursor = started["startValidation.run"], started["startValidation.eventCursor"]

    after = {"after": cursor, "filter": {"runIds": [run["id"]]}}
    async with site.people.author.stream(operations.VALIDATION_EVENTS, after) as stream:
        heard = await stream.until(lambda event: '"to":"SUCCEEDED"' in event.data)

    told = [event.json["data"]["validationEvents"]["event"] for event in heard]
    steps = [(one["from"], one["to"]) for one in told if one["__typename"] == "ValidationStatusChanged"]
    assert run["status"] == "QUEUED"
    assert steps[-2:] == [("QUEUED", "RUNNING"), ("RUNNING", "SUCCEEDED")]


async def test_a_whole_glossary_is_checked_and_followed(site: Site) -> None:
    await established(site, term := a_term(), f"object that is unlike a {term[::-1]}")
    started = await site.people.editor.ask(operations.START_BULK, input={"glossaryId": site.glossary_id})
    job, cursor = started["startBulkValidation.job"], started["startBulkValidation.eventCursor"]

    async with site.people.editor.stream(operations.JOB_EVENTS, {"jobId": job["id"], "after": cursor}) as stream:
        heard = await stream.until(lambda event: '"to":"SUCCEEDED"' in event.data)

    told = [event.json["data"]["jobEvents"]["event"] for event in heard]
    progress = [one["doneCount"] for one in told if one["__typename"] == "JobProgressed"]
    assert progress == sorted(progress)
    assert progress[-1] >= 1


async def test_a_finding_is_waived_and_the_waiver_revoked(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, term := a_term(), f"A {term} is a hut.")
    finding = await _first_finding(site, id_)

    waived = await site.people.editor.ask(operations.WAIVE, input={"findingId": finding, "reason": "so it is"})
    left = await _first_finding(site, id_)
    revoked = await site.people.editor.ask(operations.REVOKE_WAIVER, input={"findingId": finding})

    assert waived["waiveFinding.finding"] == {"id": finding, "waiver": {"reason": "so it is"}}
    assert left != finding
    assert revoked["revokeWaiver.finding"] == {"id": finding, "waiver": None}
    assert await _first_finding(site, id_) == finding


async def test_a_job_of_others_is_not_there(site: Site) -> None:
    started = await site.people.editor.ask(operations.START_BULK, input={"glossaryId": site.glossary_id})
    job = started.text("startBulkValidation.job.id")

    hidden = await site.people.author.ask("query ($id: ID!) { job(id: $id) { id } }", id=job)

    assert hidden["job"] is None
    await ended(site.people.editor, job)


async def _first_finding(site: Site, id_: str) -> str:
    document = "query ($id: ID!) { definition(by: {id: $id}) { findings(first: 1) { nodes { id } } } }"
    return (await site.people.author.ask(document, id=id_)).text("definition.findings.nodes.0.id")
