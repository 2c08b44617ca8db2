"""Measures vipsh side by side with its peers; see scripts/bench. Exit code 1 when their answers differ."""

import argparse
import os
import platform
import subprocess
import sys
from pathlib import Path

from measuring import Contender, differences
from rows import ROWS, Row

ROOT = Path(__file__).resolve().parents[3]
KEPT = ROOT / ".build-bench"
VIPSH = str(ROOT / ".build/release/vipsh-bench")
PEERS = Path(__file__).resolve().parent.parent / "Peers"


def reference(members: int) -> str:
    """The reference input of so many members, written where it is not there yet."""
    path = KEPT / f"reference-{members}.csv"
    if not path.exists():
        draft = path.with_suffix(".draft")
        print(f"writing {path.relative_to(ROOT)}", flush=True)
        subprocess.run([VIPSH, "generate", "--members", str(members), str(draft)], check=True)
        draft.rename(path)
    return str(path)


def contenders(row: Row, members: int) -> tuple[list[Contender], list[Contender]]:
    """Those who answer the same question, vipsh first, and vipsh on the file of twice the members."""
    file = str(ROOT / row.file) if row.file else reference(members)
    ours = [VIPSH, *row.subcommand.split()]
    same = [Contender("vipsh", ours, file)]
    same += [Contender(name, [sys.executable, str(PEERS / script)], file) for name, script in row.peers.items()]
    same += [Contender(f"vipsh {name}", ours + more, file) for name, more in row.variants.items()]
    doubled = [Contender("vipsh, twice the members", ours, reference(2 * members))] if row.doubled else []
    return same, doubled


def warm(file: str) -> None:
    """Reads a file once, so that nobody pays for the disk. In pieces: a child's peak starts at what its parent holds."""
    with open(file, "rb") as source:
        while source.read(1 << 20):
            pass


def measure(row: Row, members: int, runs: int) -> tuple[list[Contender], list[str]]:
    same, doubled = contenders(row, members)
    for file in {contender.file for contender in same + doubled}:
        warm(file)
    for _ in range(runs):
        for contender in same + doubled:
            contender.run()
    faults = []
    for contender in same[1:]:
        faults += [f"{row.work}: {contender.name}: {fault}" for fault in differences(same[0].answer, contender.answer)]
    return same + doubled, faults


def table(row: Row, found: list[Contender]) -> list[list[str]]:
    ours = found[0]
    lines = []
    for contender in found:
        name = contender.name + (f" {contender.version}" if contender.version else "")
        if contender is ours:
            name += f" ({row.note})" if row.note else ""
        ratio = "" if contender is ours else f"{contender.median / ours.median:.2f}"
        held = f"{contender.held / 1e6:.0f}" if contender.held else ""
        lines.append([name, f"{contender.median:.3f}", ratio, f"{contender.peak / 1e6:.0f}", held])
    return lines


def render(title: str, lines: list[list[str]]) -> None:
    lines = [[title, "seconds", "× vipsh", "peak MB", "held MB"]] + lines
    widths = [max(len(line[i]) for line in lines) for i in range(5)]
    for line in lines:
        cells = [line[0].ljust(widths[0])] + [line[i].rjust(widths[i]) for i in range(1, 5)]
        print("  ".join(cells).rstrip())


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--small", action="store_true", help="50,000 members instead of a million; a minute or two")
    parser.add_argument("--runs", type=int, help="how often each is run; the median counts (5, or 3 with --small)")
    arguments = parser.parse_args()
    members = 50_000 if arguments.small else 1_000_000
    runs = arguments.runs or (3 if arguments.small else 5)
    print(f"{members:,} members, medians of {runs} runs, {os.cpu_count()} cores, {platform.machine()}")
    failures = []
    for row in ROWS:
        found, faults = measure(row, members, runs)
        print()
        render(row.work, table(row, found))
        failures += faults
    for failure in failures:
        print(f"answers differ: {failure}", file=sys.stderr)
    print("\nanswers differ" if failures else "\nanswers are equal")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
