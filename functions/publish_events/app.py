"""Put every entry written on the bus. What cannot be published goes to a queue and is tried again from there.

Gets both: records of the table's stream, and messages of that queue.
"""

from typing import Any

from helpdesk.assembly.desk import desk
from helpdesk.channels.publishing import routes as stream
from helpdesk.foundation.edge.batch import in_order


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    records = event["Records"]
    if records[0]["eventSource"] == "aws:sqs":
        return in_order(records, lambda body: stream.republish(desk(), body))
    stream.publish(desk(), records)
    return {"batchItemFailures": []}
