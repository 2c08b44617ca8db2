"""Runs a contender in a process of its own and keeps what it said, its seconds and its peak memory."""

import json
import os
import statistics
import subprocess
from dataclasses import dataclass, field


@dataclass
class Contender:
    name: str
    command: list[str]
    """Its seconds are compared with those of this contender."""
    file: str
    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    version: str = ""
    held: int | None = None
    answer: object = None

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    def run(self) -> None:
        child = subprocess.Popen(self.command + [self.file], stdout=subprocess.PIPE, text=True)
        output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise SystemExit(f"bench: {self.name} failed with exit code {child.returncode}")
        said = json.loads(output.strip().splitlines()[-1])
        self.seconds.append(said["seconds"])
        self.peak = max(self.peak, usage.ru_maxrss * 1024)
        self.version = said.get("version", self.version)
        self.held = said.get("held", self.held)
        self.answer = said["answer"]


def differences(one: object, other: object, path: str = "") -> list[str]:
    """Where two answers differ, each with both values; nothing where they are equal."""
    if isinstance(one, dict) and isinstance(other, dict):
        found = []
        for key in sorted(one.keys() | other.keys()):
            found += differences(one.get(key), other.get(key), f"{path}.{key}" if path else key)
        return found
    return [] if one == other else [f"{path}: {one} and {other}"]
