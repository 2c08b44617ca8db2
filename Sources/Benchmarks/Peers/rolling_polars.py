"""Polars: the tier before every purchase by the 365 days before it, and its points; with `thresholds`, the purchases above
each of a hundred thresholds. Prints one line of JSON."""

import json
import sys
import time

import polars
from polars import col, lit, when

# A purchase's moment is its day and, in its lower bits, its place in the file: no two are alike.
DAY = 1 << 26
table = (
    polars.scan_csv(
        sys.argv[-1],
        schema={
            "member": polars.Int64,
            "day": polars.Date,
            "store": polars.Int32,
            "amount": polars.Float64,
            "category": polars.String,
        },
    )
    .with_row_index("row")
    .select(
        "member",
        (col("amount") * 100).round().cast(polars.Int64).alias("cents"),
        ((col("day") - polars.date(2023, 1, 1)).dt.total_days() * DAY + col("row").cast(polars.Int64)).alias("moment"),
    )
    .collect()
)

start = time.perf_counter()
prior = (
    table.lazy()
    .sort("member", "moment")
    .with_columns(
        (col("cents").rolling_sum_by("moment", f"{364 * DAY + DAY // 2}i").over("member") - col("cents")).alias("prior")
    )
)
if "thresholds" in sys.argv:
    thresholds = range(1020, 3001, 20)
    found = prior.select((col("prior") >= threshold * 100).sum().alias(str(threshold * 100)) for threshold in thresholds)
    counts = found.collect().row(0, named=True)
    answer = {threshold: [count] for threshold, count in counts.items()}
else:
    gold, silver = col("prior") >= 200000, col("prior") >= 50000
    totals = (
        prior.select(
            when(gold).then(lit("金卡")).when(silver).then(lit("银卡")).otherwise(lit("普通")).alias("tier"),
            (col("cents") * when(gold).then(15).when(silver).then(12).otherwise(10) // 1000).alias("points"),
        )
        .group_by("tier")
        .agg(polars.len().alias("purchases"), col("points").sum())
        .collect()
    )
    answer = {tier: [purchases, points] for tier, purchases, points in totals.iter_rows()}
seconds = time.perf_counter() - start
print(json.dumps({"version": polars.__version__, "seconds": seconds, "answer": answer}))
