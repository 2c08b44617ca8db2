"""DuckDB: the reference input as typed columns of a table in memory. Prints one line of JSON."""

import json
import sys
import time

import duckdb

database = duckdb.connect()
database.execute("SET enable_progress_bar = false")
start = time.perf_counter()
database.execute(
    """
    CREATE TABLE purchases AS SELECT * FROM read_csv(?, header = true, delim = ',', columns = {
      'member': 'BIGINT', 'day': 'DATE', 'store': 'INTEGER', 'amount': 'DOUBLE', 'category': 'VARCHAR'})
    """,
    [sys.argv[1]],
)
seconds = time.perf_counter() - start


def groups(key):
    totals = database.execute(
        f"SELECT {key}, count(*), sum(CAST(round(amount * 100) AS BIGINT)) FROM purchases GROUP BY 1"
    )
    return {str(name): [count, int(total)] for name, count, total in totals.fetchall()}


rows, members = database.execute("SELECT count(*), count(DISTINCT member) FROM purchases").fetchone()
answer = {"rows": rows, "members": members, "years": groups("year(day)"), "categories": groups("category")}
print(json.dumps({"version": duckdb.__version__, "seconds": seconds, "answer": answer}))
