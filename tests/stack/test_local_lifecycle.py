"""Starting, stopping, being killed, and starting again."""

import io
import json
import os
import signal
import socket
import subprocess
import time
import zipfile
from pathlib import Path

import httpx
import pytest

from tests.stack.local_stack import COMMAND, PATIENCE, LocalStack, free_ports, wait_until

pytestmark = pytest.mark.stack
TABLE = "helpdesk-helpdesk"


def put(stack: LocalStack, key: str) -> None:
    item = {"pk": {"S": "X#lifecycle"}, "sk": {"S": key}}
    stack.aws("dynamodb").put_item(TableName=TABLE, Item=item)


def has(stack: LocalStack, key: str) -> bool:
    item = {"pk": {"S": "X#lifecycle"}, "sk": {"S": key}}
    return "Item" in stack.aws("dynamodb").get_item(TableName=TABLE, Key=item)


def start_timer(stack: LocalStack, name: str, seconds: int = 3600) -> str:
    machines = stack.aws("stepfunctions").list_state_machines()["stateMachines"]
    machine = next(it["stateMachineArn"] for it in machines if it["name"].endswith("ticket_timer"))
    waiting = {"ticket_id": "HD-NONE", "wake_at": "2026-11-23T10:00:00Z", "wait_seconds": seconds}
    return str(
        stack.aws("stepfunctions").start_execution(stateMachineArn=machine, name=name, input=json.dumps(waiting))[
            "executionArn"
        ]
    )


def test_a_clean_stop_keeps_everything_and_the_clock_runs_on(mortal: LocalStack):
    put(mortal, "before-stop")
    start_timer(mortal, "stopped")
    then = mortal.client().get("/api/health").json()["now"]
    mortal.restart()
    assert has(mortal, "before-stop")
    assert mortal.client().get("/api/health").json()["now"] > then
    assert mortal.client("agent1@demo.example").get("/api/health").status_code == 200


def test_executions_that_waited_go_on_after_a_kill_and_what_they_waited_counts(mortal: LocalStack):
    waits, due = start_timer(mortal, "waits"), start_timer(mortal, "due", seconds=20)
    begun = time.monotonic()
    mortal.wait_for_snapshot()
    mortal.kill9()
    time.sleep(max(0.0, begun + 20 - time.monotonic()))
    mortal.start()
    wait_until(lambda: rang(mortal, due), 15)
    assert not rang(mortal, waits)


def rang(stack: LocalStack, execution: str) -> bool:
    history = stack.aws("stepfunctions").get_execution_history(executionArn=execution)["events"]
    return "TaskStateEntered" in {event["type"] for event in history}


def test_a_kill_loses_at_most_what_came_after_the_last_snapshot(mortal: LocalStack):
    mortal.wait_for_snapshot()
    put(mortal, "before-kill")
    mortal.wait_for_snapshot()
    mortal.kill9()
    mortal.start()
    assert has(mortal, "before-kill")


def test_what_was_under_way_is_done_after_a_stop_and_after_a_kill(mortal: LocalStack, tmp_path: Path):
    """A consumer of the bus that hangs until it may, and a message that somebody had taken and not done with."""
    queue = mortal.aws("sqs").create_queue(QueueName="taken")["QueueUrl"]
    mortal.aws("sqs").send_message(QueueUrl=queue, MessageBody="taken")
    assert taken(mortal, queue)
    hangs_until(mortal, go := tmp_path / "go", done := tmp_path / "done")
    wait_until(lambda: "begun" in done.read_text() if done.exists() else "")
    mortal.restart()
    assert taken(mortal, queue)
    mortal.wait_for_snapshot()
    mortal.kill9()
    assert "done" not in done.read_text()
    go.touch()
    mortal.start()
    wait_until(lambda: "done" in done.read_text(), why_not=done.read_text)


def taken(stack: LocalStack, queue: str) -> bool:
    return "Messages" in stack.aws("sqs").receive_message(QueueUrl=queue, VisibilityTimeout=3600)


HANGS = """
import pathlib, time

def handler(event, context):
    done = pathlib.Path(event["detail"]["done"])
    with done.open("a") as file:
        file.write("begun ")
    while not pathlib.Path(event["detail"]["go"]).exists():
        time.sleep(0.05)
    with done.open("a") as file:
        file.write("done ")
"""


def hangs_until(stack: LocalStack, go: Path, done: Path) -> None:
    """A function that the bus has given an event, and that is done when there is a file."""
    code, name, bus = io.BytesIO(), "hangs", "helpdesk"
    with zipfile.ZipFile(code, "w") as file:
        file.writestr("app.py", HANGS)
    role = stack.aws("iam").list_roles()["Roles"][0]["Arn"]
    arn = stack.aws("lambda").create_function(
        FunctionName=name,
        Runtime="python3.13",
        Handler="app.handler",
        Role=role,
        Timeout=600,
        Code={"ZipFile": code.getvalue()},
    )["FunctionArn"]
    events = stack.aws("events")
    events.put_rule(Name=name, EventBusName=bus, EventPattern=json.dumps({"source": [name]}))
    events.put_targets(Rule=name, EventBusName=bus, Targets=[{"Id": name, "Arn": arn}])
    detail = json.dumps({"go": str(go), "done": str(done)})
    events.put_events(Entries=[{"EventBusName": bus, "Source": name, "DetailType": "Nothing", "Detail": detail}])


def test_streams_deliver_after_a_kill(mortal: LocalStack):
    mortal.kill9()
    mortal.start()
    log = mortal.data / "functions.log"
    entry = {"pk": {"S": "X#lifecycle"}, "sk": {"S": "E#00000001#poisoned"}}
    mortal.aws("dynamodb").put_item(TableName=TABLE, Item=entry)
    wait_until(lambda: "publish_events]" in log.read_text(), why_not=log.read_text)


def health(stack: LocalStack) -> httpx.Response | None:
    try:
        return httpx.get(f"{stack.base_url}/api/health", timeout=PATIENCE)
    except httpx.TransportError:
        return None


def helpdesk(stack: LocalStack, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *arguments], env=stack.environment(), capture_output=True, text=True, timeout=PATIENCE, check=False
    )


def test_a_script_starts_it_waits_for_it_and_stops_it(mortal: LocalStack):
    assert mortal.stop() == 0
    late = helpdesk(mortal, "up", "--wait", "--timeout", "0.1")
    assert (late.returncode, "goes on starting" in late.stderr) == (1, True), late.stderr
    while (answer := health(mortal)) is None or answer.status_code != 200:
        assert answer is None or (answer.json()["code"], bool(answer.json()["missing"])) == ("starting", True)
    assert helpdesk(mortal, "token", "agent1@demo.example").stdout.startswith("ey")
    ready = helpdesk(mortal, "up", "--wait")
    assert (ready.returncode, ready.stdout) == (0, f"Ready at {mortal.base_url}\n"), ready.stderr
    assert helpdesk(mortal, "down").stdout == "Stopped.\n"
    assert helpdesk(mortal, "down").stdout == "No local stack runs here.\n"
    assert health(mortal) is None
    mortal.start()


def test_who_waits_for_what_cannot_start_is_told_why(tmp_path: Path):
    ended = up("--wait", HELPDESK_DATA=str(tmp_path), HELPDESK_PORT=str(free_ports()), HELPDESK_CLOCK="tomorrow")
    assert ended.returncode == 1
    assert "HELPDESK_CLOCK" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_functions_end_with_the_stack(mortal: LocalStack):
    mortal.client().get("/api/health")
    workers = descendants(mortal.process.pid)
    assert len(workers) > 1
    assert mortal.stop() == 0
    wait_until(lambda: not any(alive(pid) for pid in workers), 5)
    mortal.start()


def descendants(pid: int) -> list[int]:
    """The process functions are forked from is our child, they are our grandchildren."""
    children = [int(it) for task in Path(f"/proc/{pid}/task").iterdir() for it in _read(task / "children").split()]
    return children + [it for child in children for it in descendants(child)]


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except FileNotFoundError:
        return ""


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_interrupt_is_a_clean_stop(mortal: LocalStack):
    assert mortal.stop(signal.SIGINT) == 0
    assert not (mortal.data / "running.json").exists()
    mortal.start()


def test_it_can_be_interrupted_before_it_is_ready(tmp_path: Path):
    early = LocalStack(tmp_path / "data")
    process = early.launch()
    wait_until(lambda: "template deployed" in early.output.read_text(), why_not=early.output.read_text)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0, early.output.read_text()
    early.start()
    assert early.stop() == 0


def test_it_listens_on_loopback_and_its_three_ports_only(mortal: LocalStack):
    assert mortal.process is not None
    inodes = {
        str(link.readlink())
        for link in Path(f"/proc/{mortal.process.pid}/fd").iterdir()
        if link.is_symlink() and str(link.readlink()).startswith("socket:")
    }
    listening = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in inodes:
                listening.add(fields[1])
    assert listening == {f"0100007F:{port:04X}" for port in range(mortal.port, mortal.port + 3)}


def up(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("HELPDESK_")}
    return subprocess.run(
        [COMMAND, "up", *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_a_taken_port_is_named(tmp_path: Path):
    port = free_ports()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port + 1))
        taken.listen()
        ended = up(HELPDESK_PORT=str(port), HELPDESK_DATA=str(tmp_path))
    assert ended.returncode == 1
    assert f"Port {port + 1} is taken" in ended.stderr


def test_a_second_stack_on_the_same_data_is_refused(mortal: LocalStack):
    ended = up(HELPDESK_PORT=str(free_ports()), HELPDESK_DATA=str(mortal.data))
    assert ended.returncode == 1
    assert "Another helpdesk runs" in ended.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HELPDESK_PORT", "http"),
        ("HELPDESK_PORT", "65535"),
        ("HELPDESK_SEED", "big"),
        ("HELPDESK_CLOCK", "tomorrow,2"),
        ("HELPDESK_CLOCK", "2026-11-23T09:00:00,2"),
        ("HELPDESK_CLOCK", "2026-11-23T09:00:00Z,0"),
    ],
)
def test_a_bad_setting_is_refused_by_name(tmp_path: Path, name: str, value: str):
    ended = up(**{"HELPDESK_DATA": str(tmp_path), "HELPDESK_PORT": str(free_ports()), name: value})
    assert ended.returncode == 1
    assert name in ended.stderr
    assert "Traceback" not in ended.stderr
