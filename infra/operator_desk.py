"""The product's own actions for operators, on a deployed stack, from this process."""

import os

from helpdesk.assembly import desk as runtime
from helpdesk.foundation.desk import Desk

from infra.deployed import Deployed


def operator_desk(deployed: Deployed) -> Desk:
    """The desk over the tables of this stack; AWS credentials and region are those of the environment."""
    os.environ["TABLE"] = deployed.id_of("AWS::DynamoDB::GlobalTable")
    os.environ["EPHEMERAL_TABLE"] = deployed.id_of("AWS::DynamoDB::Table", "EphemeralTable")
    os.environ["BUCKET"] = deployed.id_of("AWS::S3::Bucket", "AttachmentsBucket")
    return runtime.desk()
