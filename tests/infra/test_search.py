"""The way of changes into the indexes, as the template says it: soon, by few at once, and nothing is lost."""

from infra.templates import Template


def test_changes_are_gathered_for_seconds_written_by_two_at_most_and_what_fails_is_kept(nested: dict[str, Template]):
    resources = nested["search"]["Resources"]
    mapping, queue = (resources[name]["Properties"] for name in ("TicketsToProject", "ProjectionQueue"))
    assert mapping["MaximumBatchingWindowInSeconds"] == 2
    assert mapping["ScalingConfig"] == {"MaximumConcurrency": 2}
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    # A batch that takes the whole time of its function six times over is given to nobody else meanwhile.
    assert queue["VisibilityTimeout"] >= 6 * resources["ProjectTickets"]["Properties"]["Timeout"]
    kept = {"Fn::GetAtt": ["ProjectionFailedQueue", "Arn"]}
    assert queue["RedrivePolicy"] == {"deadLetterTargetArn": kept, "maxReceiveCount": 5}
