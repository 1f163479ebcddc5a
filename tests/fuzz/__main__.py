"""`make fuzz`: some thousand requests that Schemathesis makes up; none may be answered with a 5xx.

It is locked apart, in `requirements.txt` beside this file, and runs in an environment of its own: no test needs it.
Some of its requests name things that are there, the others whatever comes to its mind.
"""

import argparse
import json
import secrets
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.stack.local_stack import LocalStack

ROOT: Final = Path(__file__).parents[2]
COMMAND: Final = ROOT / ".venv/fuzz/bin/schemathesis"
DOCUMENT: Final = ROOT / "layers/helpdesk/helpdesk/openapi.json"
ADMIN, LEAD = "admin@demo.example", "lead@demo.example"
PORTAL: Final = "^/api/portal"
SERVER_ERROR: Final = 500
EXAMPLES: Final = 30  # of an operation, in one run


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz")
    parser.add_argument("--requests", type=int, default=5000, help="go on until so many were sent")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="to see the same again")
    wanted = parser.parse_args()
    _say(f"seed {wanted.seed}")
    with tempfile.TemporaryDirectory() as folder:
        stack = LocalStack(Path(folder) / "data", seed="demo").start()
        try:
            answers = _sent(stack, Path(folder), wanted.requests, wanted.seed)
        finally:
            stack.kill9()
    return _told(answers)


def _sent(stack: LocalStack, folder: Path, most: int, seed: int) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = []
    for number, (flags, known) in enumerate(_runs(stack, most)):
        answers += _run(stack, folder, [*flags, f"--seed={seed + number}"], known)
        _say(f"{len(answers)} requests")
        if len(answers) >= most:
            break
    return answers


def _runs(stack: LocalStack, rounds: int) -> Iterator[tuple[list[str], dict[str, str]]]:
    """As whom, on which addresses, and what is known there."""
    draft = {"subject": "Made up", "description": "For requests that are made up", "category": "software"}
    for _ in range(rounds):
        ticket = stack.client(LEAD).post("/api/tickets", json=draft).json()
        things = {"ticket_id": ticket["id"], "team_id": "service-desk", "person_id": "agent1", "asset_id": "fuzzed"}
        signed_in = [f"-HAuthorization: Bearer {stack.token(ADMIN)}", f"--exclude-path-regex={PORTAL}"]
        yield [*signed_in, "--exclude-method=PUT"], things
        yield [*signed_in, "--include-method=PUT", '-HIf-Match: "0"'], {}
        yield signed_in, {}
        link = ticket["status_url"].partition("#")[2]
        yield [f"-HAuthorization: Bearer {link}", f"--include-path-regex={PORTAL}"], {}


def _run(stack: LocalStack, folder: Path, flags: list[str], known: dict[str, str]) -> list[dict[str, Any]]:
    report, settings = folder / "requests.har", folder / "schemathesis.toml"
    settings.write_text("[parameters]\n" + "".join(f'"path.{name}" = "{value}"\n' for name, value in known.items()))
    report.unlink(missing_ok=True)
    fixed = [
        f"--config-file={settings}", "run", str(DOCUMENT), f"--url={stack.base_url}", f"--max-examples={EXAMPLES}",
        "--checks=not_a_server_error", "--phases=examples,coverage,fuzzing", "--continue-on-failure", "--no-shrink",
        "--warnings=off", "--suppress-health-check=all", f"--report-har-path={report}", "--request-timeout=60",
    ]  # fmt: skip
    done = subprocess.run([COMMAND, *fixed, *flags], cwd=folder, capture_output=True, text=True, check=False)
    if not report.exists():
        raise SystemExit(f"{done.stdout[-3000:]}{done.stderr[-3000:]}")
    entries: list[dict[str, Any]] = json.loads(report.read_text())["log"]["entries"]
    return entries


def _told(answers: list[dict[str, Any]]) -> int:
    statuses = Counter(answer["response"]["status"] for answer in answers)
    _say(f"answers by status: {dict(sorted(statuses.items()))}")
    failed = [answer for answer in answers if not 0 < answer["response"]["status"] < SERVER_ERROR]
    for answer in failed[:20]:
        request = answer["request"]
        _say(f"{answer['response']['status']} {request['method']} {request['url'][:300]}")
        _say(f"    {request.get('postData', {}).get('text', '')[:600]}")
    return int(bool(failed))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
