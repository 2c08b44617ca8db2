"""Polars: the reference input as typed columns. Prints one line of JSON."""

import json
import sys
import time

import polars

start = time.perf_counter()
table = polars.read_csv(
    sys.argv[1],
    schema={
        "member": polars.Int64,
        "day": polars.Date,
        "store": polars.Int32,
        "amount": polars.Float64,
        "category": polars.String,
    },
)
seconds = time.perf_counter() - start

cents = (polars.col("amount") * 100).round().cast(polars.Int64)


def groups(key):
    totals = table.group_by(key.alias("key")).agg(polars.len(), cents.sum().alias("cents"))
    return {str(name): [count, total] for name, count, total in totals.iter_rows()}


answer = {
    "rows": table.height,
    "members": table["member"].n_unique(),
    "years": groups(polars.col("day").dt.year()),
    "categories": groups(polars.col("category")),
}
print(json.dumps({"version": polars.__version__, "seconds": seconds, "answer": answer}))
