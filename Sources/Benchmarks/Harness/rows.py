"""What is measured. A row of the table is a piece of work that vipsh and its peers are asked on the same file.

To add one, append it to ROWS: its peers' scripts are in Peers, and print `{"version", "seconds", "answer"}` as the last
line, as the subcommand of vipsh-bench does (without a version). Answers are compared whole, as integers and texts.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    work: str
    """The subcommand of vipsh-bench; the file is its last argument."""
    subcommand: str
    """What it does beyond its peers, where it does more."""
    note: str
    """Peers' scripts by the peers' names."""
    peers: dict[str, str]
    """How vipsh is measured besides, by further arguments."""
    variants: dict[str, list[str]] = field(default_factory=dict)
    """Whether vipsh is measured on a single core, too."""
    on_one_core: bool = False
    """Other subcommands on the same file, whose seconds stand beside and whose answers are others."""
    beside: dict[str, str] = field(default_factory=dict)
    """A file of the tree to ask on, in place of the reference input."""
    file: str | None = None
    """Whether it is measured with twice the members, too."""
    doubled: bool = False


ROWS = [
    Row(
        work="read the CSV into typed columns",
        subcommand="load",
        note="checked and grouped by member",
        peers={"polars": "read_polars.py", "duckdb": "read_duckdb.py"},
        variants={"on one thread": ["--threads", "1"]},
        doubled=True,
    ),
    Row(
        work="tier before every purchase by a rolling year, and its points",
        subcommand="ask rolling",
        note="with lots, visits and everything else that `run` answers",
        peers={"polars": "rolling_polars.py", "duckdb": "rolling_duckdb.py"},
        on_one_core=True,
        beside={"vipsh, full rules": "ask rules", "reading days and amounts once": "stream"},
    ),
    Row(
        work="purchases of the upper tier for each of a hundred thresholds",
        subcommand="ask thresholds",
        note="with everything a sweep carries",
        peers={"polars": "rolling_polars.py thresholds", "duckdb": "rolling_duckdb.py thresholds"},
        beside={"vipsh, one replay": "ask rolling"},
    ),
    Row(
        work="fit BG/NBD to CDNOW's members, a hundred times over",
        subcommand="fit --model bg --calibrate 1997-09-30 --copies 100",
        note="grouping and standard errors included",
        peers={"lifetimes": "fit_lifetimes.py"},
        variants={"on one thread": ["--threads", "1"]},
        file="Tests/Data/cdnow_sample.csv",
    ),
    Row(
        work="fit MBG/NBD to all members of the reference input",
        subcommand="fit",
        note="",
        peers={},
        variants={"on one thread": ["--threads", "1"]},
        doubled=True,
    ),
    Row(
        work="RFM of all members",
        subcommand="segments",
        note="and life cycle, pyramid, layers, Pareto",
        peers={"duckdb": "rfm_duckdb.py", "polars": "rfm_polars.py"},
    ),
]
