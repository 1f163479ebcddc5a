"""`python -m tests.bench --n 10000 --json out.json`: measure a local stack of its own and say what was found."""

import asyncio
import json
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from tests.bench import paid
from tests.bench.figures import project_lines, report_lines, run_project, run_report
from tests.bench.index import index_lines, run_index
from tests.bench.report import growth, mail_lines, tables
from tests.bench.run import Plan, run, run_kinds, run_mail, run_trace


@click.command()
@click.option("--n", "counts", default="1000", show_default=True, help="Tickets to measure among; several by commas.")
@click.option("--rounds", default=200, show_default=True, help="Requests per operation and number in parallel.")
@click.option("--only", default="", help="Operations to measure, by commas; all when left out.")
@click.option("--json", "target", type=click.Path(path_type=Path), help="Write what was found to this file.")
@click.option("--mails", default=0, help="Mail alone: one, and so many dropped in at once, half of them by one sender.")
@click.option("--index", default=0, help="The index of search alone: of so many tickets, without a stack.")
@click.option("--project", default=0, help="Both projections alone: so many changes, without a stack.")
@click.option("--rows", default=0, help="Reports alone: over so many rows, without a stack.")
@click.option("--kinds", is_flag=True, help="What each kind of fact takes, for the file of prices.")
@click.option("--trace", is_flag=True, help="One create, or what --only names (also life), as a waterfall.")
@click.option("--smoke", is_flag=True, help="Everything once and little of it, within a minute: is the bench alive?")
def main(  # noqa: PLR0913 - what can be asked for
    *,
    counts: str,
    rounds: int,
    only: str,
    target: Path | None,
    mails: int,
    index: int,
    project: int,
    rows: int,
    kinds: bool,
    trace: bool,
    smoke: bool,
) -> None:
    chosen = frozenset(filter(None, only.split(",")))
    plans = [Plan(count=int(count), rounds=rounds, only=chosen) for count in counts.split(",")]
    if trace:
        _trace(only or "create")
        return
    if kinds:
        _kinds(plans[0])
        return
    if mails:
        _report(_mail(replace(plans[0], mails=mails)), target)
        return
    if index:
        _report(_index(index), target)
        return
    if project or rows:
        _report(_projected(project) if project else _counted(rows), target)
        return
    results = [_run(plan) for plan in ([Plan.smoke()] if smoke else plans)]
    result = results[-1]
    if len(results) > 1:
        result["growth"] = {str(one["n"]): growth(results[0], one) for one in results[1:]}
        click.echo("\nGrowth against the first: " + json.dumps(result["growth"], indent=1))
    _report(result, target)


def _report(result: dict[str, Any], target: Path | None) -> None:
    if target:
        target.write_text(json.dumps(result, indent=1) + "\n")


def _mail(plan: Plan) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as folder:
        result = asyncio.run(run_mail(plan, Path(folder)))
    for line in mail_lines(result):
        click.echo(line)
    return result


def _trace(operation: str) -> None:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as folder:
        for line in asyncio.run(run_trace(operation, Path(folder))):
            click.echo(line)


def _kinds(plan: Plan) -> None:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as folder:
        for line in asyncio.run(run_kinds(plan, Path(folder))):
            click.echo(line)


def _index(count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as folder:
        result = run_index(count, Path(folder))
    for line in index_lines(result):
        click.echo(line)
    return result


def _projected(changes: int) -> dict[str, Any]:
    result = run_project(changes)
    for line in project_lines(result):
        click.echo(line)
    return result


def _counted(rows: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as folder:
        result = run_report(rows, Path(folder))
    for line in report_lines(result):
        click.echo(line)
    return result


def _run(plan: Plan) -> dict[str, Any]:
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as folder:
        result = asyncio.run(run(plan, Path(folder)))
    for line in (*tables(result), *paid.lines(result["paid"])):
        click.echo(line)
    click.echo(f"Measured in {time.monotonic() - begun:.0f} s.")
    return result


if __name__ == "__main__":
    main()
