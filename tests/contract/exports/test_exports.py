"""Where it is kept how far tables are, and where the files are that were made."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import unquote

import pytest
from helpdesk.capabilities.exports.rules.export import Errand, Export, Format, Stage, Wanted
from helpdesk.capabilities.exports.services import files
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.infrastructure import BUCKET

ADA = PersonId("ada")
ERRAND = Errand(by=ADA, export="01E")


def an_export(desk: Desk, which: str = "01E") -> Export:
    wanted = Wanted(format=Format.CSV, name="tickets", question="is:open")
    export = Export(id=which, by=ADA, at=MONDAY_MORNING, wanted=wanted, total=3)
    desk.exports.exports.put(export)
    return export


def test_it_is_somebody_s_own(desk: Desk):
    export = an_export(desk)
    assert desk.exports.exports.get(ADA, "01E") == export
    assert desk.exports.exports.get(PersonId("bo"), "01E") is None
    assert desk.exports.exports.of(PersonId("bo"), 10) == []


def test_the_newest_come_first(desk: Desk):
    for which in ("01B", "01C", "01A"):
        an_export(desk, which)
    assert [each.id for each in desk.exports.exports.of(ADA, 2)] == ["01C", "01B"]


def test_it_is_said_how_far_it_is_and_of_what_is_gone_nothing(desk: Desk):
    export = an_export(desk)
    desk.exports.exports.say(replace(export, rows=2, stage=Stage.DONE))
    found = desk.exports.exports.get(ADA, "01E")
    assert found
    assert (found.rows, found.stage) == (2, Stage.DONE)
    desk.exports.exports.say(replace(export, id="01X"))
    assert desk.exports.exports.get(ADA, "01X") is None


def test_a_file_is_handed_out_under_its_name(desk: Desk):
    desk.exports.files.put(ERRAND, iter([b"a", b"b"]), Format.CSV)
    assert "Überfällig.csv" in unquote(unquote(desk.exports.files.link(ERRAND, "Überfällig.csv", timedelta(minutes=5))))


def test_what_is_large_is_sent_in_parts(aws_desk: Desk):
    piece = b"x" * (files.PART // 2 + 1)
    aws_desk.exports.files.put(ERRAND, iter([piece] * 5), Format.XLSX)
    found = aws_client("s3").get_object(Bucket=BUCKET, Key="exports/ada/01E")
    assert (len(found["Body"].read()), found["ContentType"]) == (5 * len(piece), files.TYPES[Format.XLSX])
    assert found["ETag"].endswith('-3"')


def test_what_breaks_off_leaves_no_file_and_no_parts(aws_desk: Desk):
    def broken() -> Iterator[bytes]:
        for _ in range(3):
            yield b"x" * files.PART
        raise RuntimeError

    with pytest.raises(RuntimeError):
        aws_desk.exports.files.put(ERRAND, broken(), Format.CSV)
    s3 = aws_client("s3")
    assert "Contents" not in s3.list_objects_v2(Bucket=BUCKET)
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=BUCKET)
