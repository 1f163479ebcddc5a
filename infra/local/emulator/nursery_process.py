"""The process Lambda processes are forked from. Run by `nursery.py`, with one end of its socket."""

import json
import os
import random
import runpy
import signal
import socket
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

LIBRARIES = (
    "aws_lambda_powertools.event_handler",
    "aws_lambda_powertools.logging",
    "aws_lambda_powertools.metrics",
    "botocore.httpsession",
    "botocore.session",
    "chalice",
    "itsdangerous",
    "msgspec",
    "pydantic",
    "ulid",
)


def main(descriptor: int) -> None:
    for library in LIBRARIES:
        import_module(library)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children are reaped by the system
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the stack, which ends us by the socket
    server = socket.socket(fileno=descriptor)
    while True:
        head, descriptors, _, _ = socket.recv_fds(server, 4, 4)
        if not head:
            return
        request = json.loads(_exactly(server, int.from_bytes(head, "big")))
        child = os.fork()
        if child == 0:
            server.close()
            _become(request, descriptors)
        for used in descriptors:
            os.close(used)
        server.sendall(child.to_bytes(4, "big"))


def _exactly(server: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        data += server.recv(size - len(data))
    return data


def _become(request: dict[str, Any], descriptors: list[int]) -> None:
    """Be the process the emulator asked for; the fourth descriptor stays open as long as it lives."""
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number, descriptor in enumerate(descriptors[:3]):
            os.dup2(descriptor, number)
            os.close(descriptor)
        sys.stdin, sys.stdout = os.fdopen(0), os.fdopen(1, "w")
        sys.stderr = os.fdopen(2, "w", buffering=1)
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        random.seed()
        sys.argv, sys.path[0] = [request["script"]], str(Path(request["script"]).parent)
        runpy.run_path(request["script"], run_name="__main__")
        status = 0
    finally:
        sys.stdout.flush()
        os._exit(status)


if __name__ == "__main__":
    main(int(sys.argv[1]))
