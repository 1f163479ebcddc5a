"""Files: posted by a browser, kept as what they are, handed out for a while."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from botocore.exceptions import ClientError
from helpdesk.capabilities.attachments.rules.real_type import real_type
from helpdesk.capabilities.attachments.rules.refusals import AttachmentPendingError
from helpdesk.foundation.platform.aws import client as aws_client

from tests.infrastructure import BUCKET

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
MINUTE = timedelta(minutes=1)


def posted(desk, content=PNG, size=1000, *, begun=False):
    """A file as a browser puts it, by the form that was offered; its id."""
    upload = desk.attachments.offer_upload("session", "upload", size, begun=begun)
    if hasattr(desk.attachments, "post"):
        desk.attachments.post(upload, content)
    else:
        aws_client("s3").put_object(Bucket=BUCKET, Key=upload.fields["key"], Body=content)
    return "session-upload"


def test_an_upload_is_offered_under_its_id(desk):
    upload = desk.attachments.offer_upload("session", "upload", 10)
    assert (upload.id, upload.fields["key"].endswith("session-upload")) == ("upload", True)


def test_a_file_is_handed_out_once_it_is_kept(desk):
    file = posted(desk)
    assert desk.attachments.keep(file)
    link = desk.attachments.link(file, "a picture.png", MINUTE)
    assert file in link
    assert "a picture.png" in unquote(unquote(link))


def test_a_file_of_a_draft_waits_apart_from_those_that_go_after_a_day_and_is_kept_as_they_are(aws_desk):
    file = posted(aws_desk, begun=True)
    keys = [item["Key"] for item in aws_client("s3").list_objects_v2(Bucket=BUCKET)["Contents"]]
    assert keys == ["begun/session-upload"]
    assert aws_desk.attachments.keep(file)
    assert aws_desk.attachments.content(file) == (PNG, "image/png")


def test_a_file_of_a_draft_is_passed_on_and_stays_where_it_was(desk):
    file = posted(desk, begun=True)
    assert desk.attachments.pass_on(file, "other-upload")
    assert [desk.attachments.keep(each) for each in (file, "other-upload")] == [True, True]
    assert kept(desk, "other-upload") == PNG


def test_a_file_that_is_gone_is_not_passed_on(desk):
    assert not desk.attachments.pass_on("session-upload", "other-upload")


def test_a_file_is_not_handed_out_before(desk):
    file = posted(desk)
    with pytest.raises(AttachmentPendingError):
        desk.attachments.link(file, "a.png", MINUTE)


def test_a_kept_file_is_read_as_what_it_is(desk):
    file = posted(desk)
    assert desk.attachments.content(file) is None
    desk.attachments.keep(file)
    assert desk.attachments.content(file) == (PNG, "image/png")


def test_a_file_that_never_came_is_not_kept(desk):
    assert not desk.attachments.keep("session-upload")


def test_keeping_twice_is_keeping_once(desk):
    file = posted(desk)
    assert [desk.attachments.keep(file), desk.attachments.keep(file)] == [True, True]


def kept(desk, file):
    """What is downloaded."""
    if hasattr(desk.attachments, "kept"):
        return desk.attachments.kept[file][0]
    return aws_client("s3").get_object(Bucket=BUCKET, Key=f"clean/{file}")["Body"].read()


def test_what_is_kept_stays_whatever_is_posted_by_the_same_form_later(desk):
    """A form can be posted more than once, and a fact can be delivered more than once."""
    file = posted(desk, b"what was sent")
    desk.attachments.keep(file)
    posted(desk, b"something else")
    assert desk.attachments.keep(file)
    assert kept(desk, file) == b"what was sent"


def refused(operation):
    """S3 says no, as after somebody closed the bucket."""
    error = {"Error": {"Code": "403"}, "ResponseMetadata": {"HTTPStatusCode": 403}}
    return lambda call: ClientError(error, operation) if call.name == f"s3:{operation}" else None


@pytest.mark.parametrize("operation", ["GetObject", "HeadObject"])
def test_a_file_that_may_not_be_looked_at_is_no_file_that_never_came(aws, aws_desk, operation):
    """It is a fault: tried again, and then seen among what failed."""
    with aws.failing(refused(operation)), pytest.raises(ClientError, match="403"):
        aws_desk.attachments.keep("session-upload")


def test_a_file_that_may_not_be_looked_at_is_not_being_checked(aws, aws_desk):
    file = posted(aws_desk)
    aws_desk.attachments.keep(file)
    with aws.failing(refused("HeadObject")), pytest.raises(ClientError, match="403"):
        aws_desk.attachments.link(file, "a.png", MINUTE)


def test_what_is_posted_while_a_file_is_looked_at_is_looked_at_too(aws, aws_desk):
    """The type is that of what is kept, never that of what was there a moment before."""
    file = posted(aws_desk, b"just words")

    def meanwhile(call):
        if call.name == "s3:CopyObject" and not replaced:
            replaced.append(posted(aws_desk, PNG))

    replaced = []
    with aws.failing(meanwhile):
        assert aws_desk.attachments.keep(file)
    content = aws_client("s3").get_object(Bucket=BUCKET, Key=f"clean/{file}")
    assert (content["ContentType"], content["Body"].read()) == ("image/png", PNG)


def test_of_two_deliveries_at_once_one_keeps_the_file(aws, aws_desk):
    """The other one looked before, and comes to copy what was posted since."""
    file = posted(aws_desk, b"what was sent")

    def meanwhile(call):
        if call.name == "s3:CopyObject" and not kept_before:
            kept_before.append(file)
            aws_desk.attachments.keep(file)
            posted(aws_desk, b"something else")

    kept_before = []
    with aws.failing(meanwhile):
        assert aws_desk.attachments.keep(file)
    assert kept(aws_desk, file) == b"what was sent"


@pytest.mark.parametrize("name", ['"; rm -rf', "größe 100%.pdf", "a\r\nX-Header: b", "{braces}.txt", "名前.png"])
def test_a_link_carries_any_name(desk, name):
    file = posted(desk)
    desk.attachments.keep(file)
    link = desk.attachments.link(file, name, MINUTE)
    assert link.isprintable()


def test_a_kept_file_is_gone_from_where_it_came_in(aws_desk):
    file = posted(aws_desk)
    aws_desk.attachments.keep(file)
    keys = [item["Key"] for item in aws_client("s3").list_objects_v2(Bucket=BUCKET)["Contents"]]
    assert keys == ["clean/session-upload"]


def test_a_kept_file_has_the_type_it_really_has(aws_desk):
    file = posted(aws_desk, PNG)
    aws_desk.attachments.keep(file)
    kept = aws_client("s3").get_object(Bucket=BUCKET, Key=f"clean/{file}")
    assert (kept["ContentType"], kept["Body"].read()) == ("image/png", PNG)


ACTIVE = [
    b"<html><script>alert(1)</script></html>",
    b"<!DOCTYPE html><p>",
    b'<?xml version="1.0"?><x/>',
    b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    b"",
    b"\x00",
    b"just words",
]


@pytest.mark.parametrize("content", ACTIVE)
def test_what_a_browser_could_run_is_handed_out_as_bytes(content):
    assert real_type(content) in {"application/octet-stream", "text/plain"}
