"""What was found, as JSON for programs and as tables for people."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

from tests.bench import desks
from tests.bench.breach import Breaches
from tests.bench.flood import Flood
from tests.bench.interacting import lines as interacting_lines
from tests.bench.life import Life
from tests.bench.mail import MailFlood, MailIn
from tests.bench.measuring import Burst, Measured
from tests.bench.opening import lines as opening_lines
from tests.bench.prices import Prices
from tests.bench.processes import Usage
from tests.bench.standing import Line


def operation(measured: Measured) -> dict[str, Any]:
    counts, cpu = measured.counts, measured.cpu
    timings = {str(parallel): timing for parallel, timing in measured.timings.items()}
    return {
        "alone_ms": _rounded(measured.alone.quantile(0.5)),
        "p50_ms": {parallel: _rounded(timing.quantile(0.5)) for parallel, timing in timings.items()},
        "p95_ms": {parallel: _rounded(timing.quantile(0.95)) for parallel, timing in timings.items()},
        "per_s": {parallel: _rounded(timing.per_second) for parallel, timing in timings.items()},
        "errors": sum(timing.errors for timing in (measured.alone, *timings.values())),
        "cpu_ms": _rounded(cpu.http + cpu.events),
        "cpu_parts_ms": _parts(cpu),
        "requests": dict(counts.requests),
        "effects": dict(counts.effects),
        "invocations": counts.invocations,
        "events": counts.events,
        "wcu": counts.wcu,
        "rcu": counts.rcu,
        "request_wcu": counts.request_wcu,
        "request_rcu": counts.request_rcu,
        "usd_per_1000": counts.usd * 1000,
    }


def _parts(cpu: Usage) -> dict[str, float]:
    return {"request": _rounded(cpu.http), "effects": _rounded(cpu.events), "emulator": _rounded(cpu.emulator)}


def _rounded(value: float) -> float:
    return round(value, 2)


def growth(first: Mapping[str, Any], last: Mapping[str, Any]) -> dict[str, Any]:
    """The last run's figures as ratios to the first's."""
    shared = first["operations"].keys() & last["operations"].keys()
    pairs = {name: (first["operations"][name], last["operations"][name]) for name in sorted(shared)}
    return {name: _ratios(small, large) for name, (small, large) in pairs.items()}


def _ratios(small: Mapping[str, Any], large: Mapping[str, Any]) -> dict[str, float]:
    pairs = {
        "p50": (small["p50_ms"]["1"], large["p50_ms"]["1"]),
        "cpu": (small["cpu_ms"], large["cpu_ms"]),
        "requests": (sum(small["requests"].values()), sum(large["requests"].values())),
        "wcu": (small["wcu"], large["wcu"]),
        "rcu": (small["rcu"], large["rcu"]),
    }
    return {name: _rounded(after / before) if before else 1.0 for name, (before, after) in pairs.items()}


def tables(result: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n{result['n']} tickets. Times in ms; `alone`: begun when all that the one before set off has ended."
    yield from _times(result["operations"])
    yield "\nPer operation: capacity units, processor ms of functions and emulator, dollars, AWS requests (later ones)."
    yield from _costs(result["operations"])
    yield from opening_lines(result["open_ticket_ui"])
    yield from interacting_lines(result["interact_ui"])
    yield from _ends(result)
    yield from mail_lines(result)
    yield from _assigned(result["assign"])
    yield "\nClocks, microseconds: " + ", ".join(f"{name} {us:.0f}" for name, us in result["clocks_us"].items())
    yield "\nCold start, processor time as a ratio to a bare DynamoDB client: " + ", ".join(
        f"{name} {start['ratio']:.2f}" for name, start in result["cold"].items()
    )
    yield f"\nIdle, dollars a month, and without what is always free ({result['prices']}):"
    for line in result["idle"]:
        yield f"  {line['what']:<28}{line['amount']:>14,.0f}{line['usd']:>9.3f}{line['after_free']:>9.3f}"
    yield f"  {'together':<28}{'':>14}{result['idle_usd_month']:>9.3f}{result['idle_usd_month_after_free']:>9.3f}"
    yield from desks.lines(result, Prices.read())


def _times(operations: Mapping[str, Any]) -> Iterator[str]:
    parallels = list(next(iter(operations.values()))["p50_ms"])
    yield (
        f"{'':<13}{'alone':>8}" + "".join(f"{'p50':>9}{'p95':>8}{'per s':>8} x{n:<2}" for n in parallels) + "  errors"
    )
    for name, found in operations.items():
        columns = (
            f"{found['p50_ms'][n]:>9.1f}{found['p95_ms'][n]:>8.1f}{found['per_s'][n]:>8.1f}    " for n in parallels
        )
        yield f"{name:<13}{found['alone_ms']:>8.1f}" + "".join(columns) + f"{found['errors']:>6}"


def _costs(operations: Mapping[str, Any]) -> Iterator[str]:
    yield f"{'':<13}{'wcu':>7}{'rcu':>7}{'request':>9}{'effects':>9}{'emulator':>9}{'$/1000':>9}"
    for name, found in operations.items():
        cpu = found["cpu_parts_ms"]
        asked, followed = (", ".join(f"{k} {v}" for k, v in found[key].items()) for key in ("requests", "effects"))
        yield (
            f"{name:<13}{found['wcu']:>7.1f}{found['rcu']:>7.1f}{cpu['request']:>9.1f}{cpu['effects']:>9.1f}"
            f"{cpu['emulator']:>9.1f}{found['usd_per_1000']:>9.4f}  {asked} ({followed or '-'})"
        )


def _ends(result: Mapping[str, Any]) -> Iterator[str]:
    life, burst, breach = result["life"], result["burst"], result["breach"]
    yield (
        f"\nA whole life: ${life['usd']:.6f}, 1000 lives ${1000 * life['usd']:.3f} and ${1000 * life['mail_usd']:.2f} "
        f"mail; {life['wcu']:.0f} write and {life['rcu']:.0f} read units, {life['events']} events, "
        f"{life['invocations']} function runs, at most {life['transitions']} transitions."
    )
    yield (
        f"A burst of creates, 4 in parallel for {burst['seconds']:.0f} s: {burst['per_s']:.1f} accepted a second, "
        f"{burst['errors']} errors, consumers went on for {burst['drain_s']:.1f} s. Of each, ms of processor: "
        + ", ".join(f"{part} {ms:.1f}" for part, ms in burst["cpu_parts_ms"].items())
        + f"; functions alone would answer {burst['own_per_s'] or 0:.0f} a second here."
    )
    surge = result["flood"]
    yield (
        f"A flood of {surge['forms']} from the form, {surge['per_s']:.1f} a second: {surge['accepted']} accepted, "
        f"{surge['kept']} kept; of {surge['called']} who called meanwhile {surge['assigned']} had somebody, after "
        f"{surge['ratio']:.2f} times as long as in a quiet hour ({surge['quiet_s']:.2f} s)."
    )
    yield (
        f"A breach has its effect {breach['p50_ms']:.0f} ms after it is due, at most {breach['max_ms']:.0f} ms "
        f"({breach['found']} of {breach['asked']}); timer, ring and what follows: {breach['requests']:.1f} requests, "
        f"{breach['wcu']:.1f} write and {breach['rcu']:.1f} read units, {breach['transitions']} transitions."
    )
    yield f"Memory in MB: {result['memory_mb']['idle']:.0f} idle, {result['memory_mb']['load']:.0f} under load."
    sizes = ", ".join(f"{name} {kb:,.0f}" for name, kb in result["size_kb"].items())
    yield f"Zipped KB: {sizes}."


def _assigned(found: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield "\nFinding the person, for each ticket, by the agents of a team; routing before it reads nothing."
    for agents, one in found.items():
        yield (
            f"{agents:>6} agents: {one['requests']:.1f} requests, {one['rcu']:.1f} read and {one['wcu']:.1f} write "
            f"units, {one['cpu_ms']:.1f} ms of processor; routing {one['route_us']:.0f} us"
        )


def burst(found: Burst) -> dict[str, Any]:
    """`own_per_s` is what this machine's processors could answer if nothing but our functions ran on them."""
    timing, cpu = found.timing, found.cpu
    return {
        "per_s": _rounded(timing.per_second),
        "seconds": timing.seconds,
        "errors": timing.errors,
        "p50_ms": _rounded(timing.quantile(0.5)),
        "drain_s": _rounded(found.drain_s),
        "cpu_parts_ms": _parts(cpu),
        "own_per_s": _rounded(1000 * (os.cpu_count() or 1) / cpu.http) if cpu.http else None,
    }


def flood(found: Flood) -> dict[str, Any]:
    return {
        **{name: getattr(found, name) for name in ("forms", "accepted", "kept", "held", "called", "assigned")},
        "per_s": _rounded(found.timing.per_second),
        "quiet_s": _rounded(found.quiet_s),
        "flooded_s": _rounded(found.flooded_s),
        "ratio": _rounded(found.flooded_s / found.quiet_s),
    }


def mail(one: MailIn, found: MailFlood) -> dict[str, Any]:
    counts = one.counts
    return {
        "mail_in": {
            "p50_ms": _rounded(one.timing.quantile(0.5)),
            "p95_ms": _rounded(one.timing.quantile(0.95)),
            "cpu_ms": _rounded(one.cpu_ms),
            "requests": dict(counts.effects),
            "wcu": counts.wcu,
            "rcu": counts.rcu,
            "usd_per_1000": one.usd * 1000,
        },
        "mail_flood": {
            **{name: getattr(found, name) for name in ("sent", "lost")},
            **{
                name: _rounded(getattr(found, name))
                for name in ("quiet_s", "flooded_s", "flooder_s", "api_idle_ms", "api_quiet_ms", "api_flooded_ms")
            },
            "per_s": _rounded(found.flooded / found.seconds),
            "ratio": _rounded(found.flooded_s / found.quiet_s),
            "api_ratio": _rounded(found.api_flooded_ms / found.api_quiet_ms),
        },
    }


def mail_lines(result: Mapping[str, Any]) -> Iterator[str]:
    one, many = result["mail_in"], result["mail_flood"]
    asked = ", ".join(f"{service} {number}" for service, number in one["requests"].items())
    yield (
        f"\nMail in, accepted, read and stored: {one['cpu_ms']:.1f} ms of processor, {asked}, {one['wcu']:.1f} write "
        f"and {one['rcu']:.1f} read units, ${one['usd_per_1000']:.3f} for 1000; from SMTP to the ticket "
        f"{one['p50_ms']:.0f} ms, 95 of 100 within {one['p95_ms']:.0f} ms."
    )
    yield (
        f"{many['sent']} mails, {many['lost']} lost, {many['per_s']:.1f} a second in the flood. Others waited "
        f"{many['flooded_s']:.1f} s while one sent as many as all of them, {many['quiet_s']:.1f} s without it "
        f"({many['ratio']:.2f} times as long), and that one {many['flooder_s']:.1f} s. A request of the API took "
        f"{many['api_flooded_ms']:.1f} ms, {many['api_quiet_ms']:.1f} ms without it ({many['api_ratio']:.2f} times as "
        f"long), {many['api_idle_ms']:.1f} ms without any mail."
    )


def life(found: Life) -> dict[str, float]:
    return {
        "usd": found.usd,
        "compute_usd": found.compute_usd,
        "mail_usd": found.mail_usd,
        "transitions": found.transitions,
        "wcu": found.counts.wcu,
        "rcu": found.counts.rcu,
        "events": found.counts.events,
        "invocations": found.counts.invocations,
    }


def breach(found: Breaches, asked: int) -> dict[str, float]:
    late = found.late_ms or [float("nan")]
    return {
        "asked": asked,
        "found": len(found.late_ms),
        "p50_ms": late[len(late) // 2],
        "max_ms": late[-1],
        "transitions": found.transitions,
        "requests": sum(found.counts.effects.values()) / asked,
        "rcu": found.counts.rcu / asked,
        "wcu": found.counts.wcu / asked,
        "usd_per_1000": found.counts.usd / asked * 1000,
    }


def standing(lines: list[Line]) -> dict[str, Any]:
    return {
        "idle": [{"what": x.what, "amount": x.amount, "usd": x.usd, "after_free": x.after_free} for x in lines],
        "idle_usd_month": sum(line.usd for line in lines),
        "idle_usd_month_after_free": sum(line.after_free for line in lines),
    }
