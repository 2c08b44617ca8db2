"""Polars: recency, frequency and monetary value of every member of the reference input, as scores from 1 to 5. The table is
in memory before the clock runs. Prints one line of JSON."""

import json
import sys
import time

import polars

table = polars.read_csv(
    sys.argv[1],
    schema={
        "member": polars.Int64,
        "day": polars.Date,
        "store": polars.Int32,
        "amount": polars.Float64,
        "category": polars.String,
    },
).select("member", "day", "amount")


def score(name, descending=False):
    rank = polars.col(name).rank("ordinal", descending=descending)
    return ((rank - 1) * 5 // polars.len() + 1).alias(name[0] + "_score")


start = time.perf_counter()
last = table["day"].max()
scores = (
    table.lazy()
    .group_by("member")
    .agg(
        (polars.lit(last) - polars.col("day").max()).dt.total_days().alias("recency"),
        polars.len().alias("frequency"),
        (polars.col("amount") * 100).round().cast(polars.Int64).sum().alias("monetary"),
    )
    .with_columns(score("recency", descending=True), score("frequency"), score("monetary"))
    .collect()
)
seconds = time.perf_counter() - start
answer = {
    "members": scores.height,
    "days": scores["recency"].sum(),
    "purchases": scores["frequency"].sum(),
    "cents": scores["monetary"].sum(),
}
print(json.dumps({"version": polars.__version__, "seconds": seconds, "answer": answer}))
