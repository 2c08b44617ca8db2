"""Measures how long vipsh takes from its start at a terminal until a line can be typed; see scripts/bench --prompt."""

import os
import pty
import statistics
import sys
import tempfile
import time

LIMIT = 0.020
"""Seconds within which the prompt is ready."""


def start(vipsh: str, home: str) -> float:
    """Seconds until the prompt is printed: from then on what is typed is edited."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(vipsh, [vipsh, "--no-rc"], {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home})
    said = b""
    while b"vip" not in said or b"> " not in said:
        said += os.read(terminal, 4096)
    seconds = time.perf_counter() - began
    os.write(terminal, b"\x04")
    os.waitpid(child, 0)
    os.close(terminal)
    return seconds


def measure(vipsh: str, runs: int) -> int:
    """Prints the median; exit code 1 when it is over the limit."""
    with tempfile.TemporaryDirectory() as home:
        seconds = [start(vipsh, home) for _ in range(runs)]
    median = statistics.median(seconds)
    print(f"the prompt is ready after {median * 1000:.1f} ms, the median of {runs} starts; {LIMIT * 1000:.0f} ms are allowed")
    return 0 if median <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(measure(sys.argv[1], runs=20))
