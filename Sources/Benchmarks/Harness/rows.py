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
        work="RFM of all members",
        subcommand="segments",
        note="and life cycle, pyramid, layers, Pareto",
        peers={"duckdb": "rfm_duckdb.py", "polars": "rfm_polars.py"},
    ),
]
