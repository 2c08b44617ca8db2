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
    """Whether it is measured with twice the members, too."""
    file: str | None = None
    """A file of the tree to ask on, in place of the reference input."""
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
]
