"""Tables that people asked for, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.exports.ports import ExportPorts, Exports, Files, Makers, Tables
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> ExportPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> ExportPorts:
    from helpdesk.capabilities.exports.ports import ExportPorts

    return ExportPorts(
        exports=later(lambda: _exports(aws)),
        makers=later(lambda: _makers(aws)),
        files=later(lambda: _files(aws)),
        tables=later(_tables),
    )


def _exports(aws: Aws) -> Exports:
    from helpdesk.capabilities.exports.dynamodb import DynamoExports

    return DynamoExports(aws.tables)


def _makers(aws: Aws) -> Makers:
    from helpdesk.capabilities.exports.services.makers import StepFunctionsMakers

    return StepFunctionsMakers(aws.client("stepfunctions"), aws.env.needed("make_export_arn"))


def _files(aws: Aws) -> Files:
    from helpdesk.capabilities.exports.services.files import S3Files

    return S3Files(aws.client("s3"), aws.env.needed("bucket"))


def _tables() -> Tables:
    from helpdesk.capabilities.exports.services.tables import FileTables

    return FileTables()
