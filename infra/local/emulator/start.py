"""Prepare the emulator: environment first, then import, then corrections."""

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from infra.local.asgi import App
from infra.local.emulator.deliveries import Deliveries
from infra.local.settings import ACCOUNT, HOST, REGION, Settings


def prepare_environment(settings: Settings, clock: str | None) -> None:
    """What MiniStack and, inherited from here, every local Lambda process reads.

    The operator's own AWS settings are removed: a function must reach the emulator or nothing.
    """
    for name in [name for name in os.environ if name.startswith(("AWS_", "LOCALSTACK_"))]:
        del os.environ[name]
    os.environ.pop("HELPDESK_CLOCK", None)
    # Every Lambda process imports the same packages; compiling them anew costs it a second.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    if clock:
        os.environ["HELPDESK_CLOCK"] = clock
    os.environ.update(_environment(settings))


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "AUTH": "true",
        "AWS_ACCESS_KEY_ID": "test",  # the emulator's root user; functions get their role's keys
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
        "BIND_HOST": HOST,
        "GATEWAY_PORT": str(settings.gateway_port),
        "MINISTACK_HOST": HOST,
        "MINISTACK_ACCOUNT_ID": ACCOUNT,
        "MINISTACK_REGION": REGION,
        "PERSIST_STATE": "1",
        "STATE_DIR": str(settings.data / "aws"),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(settings.data / "objects"),
        # No listener but ours; and no Docker: the emulator removes containers it takes for its own.
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "DOCKER_HOST": "unix:///nonexistent",
        "LAMBDA_EXECUTOR": "local",
        "LAMBDA_ACCOUNT_CONCURRENCY": "0",  # who may run is decided in workers.py, and who may not waits
        "LAMBDA_WARM_TTL_SECONDS": "60",
        "LOG_LEVEL": "INFO",
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Emulator:
    """Its ASGI application, and what was under way in it."""

    app: App
    deliveries: Deliveries
    resume: Callable[[], None]

    def go_on(self) -> None:
        """With what was under way when the process before this one ended, now that its functions are there."""
        self.deliveries.begin()
        self.resume()


def load(settings: Settings) -> Emulator:
    """Import the emulator with every correction in place."""
    _log_to_file(settings)
    import ministack.app  # noqa: PLC0415 - reads the environment at import

    from infra.local.emulator import calls  # noqa: PLC0415

    ministack.app._collect_scripts = lambda *_: []
    deliveries, resume = _corrected(settings)
    return Emulator(app=calls.logged(ministack.app.app, settings), deliveries=deliveries, resume=resume)


def _corrected(settings: Settings) -> tuple[Deliveries, Callable[[], None]]:
    from infra.local.emulator import (  # noqa: PLC0415 - as above
        copies,
        deliveries,
        executions,
        mail,
        nested_stacks,
        queues,
        references,
        repeated,
        snapshots,
        streams,
        unpacked,
        workers,
    )

    workers.correct(settings)
    unpacked.correct(settings.data / "unpacked")
    for corrected in (streams, queues, nested_stacks, references, repeated, copies):
        corrected.correct()
    mail.correct(settings)
    snapshots.correct(settings)
    return deliveries.correct(), executions.correct()


def _log_to_file(settings: Settings) -> None:
    """The emulator logs a line per call; the terminal belongs to our progress lines."""
    settings.data.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(settings.log, mode="w")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for noisy in ("botocore", "boto3", "urllib3", "samtranslator"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
