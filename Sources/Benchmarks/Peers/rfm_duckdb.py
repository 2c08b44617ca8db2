"""DuckDB: recency, frequency and monetary value of every member of the reference input, as scores from 1 to 5. The table is
in memory before the clock runs. Prints one line of JSON."""

import json
import sys
import time

import duckdb

database = duckdb.connect()
database.execute("SET enable_progress_bar = false")
database.execute(
    """
    CREATE TABLE purchases AS SELECT member, day, amount FROM read_csv(?, header = true, delim = ',', columns = {
      'member': 'BIGINT', 'day': 'DATE', 'store': 'INTEGER', 'amount': 'DOUBLE', 'category': 'VARCHAR'})
    """,
    [sys.argv[1]],
)
start = time.perf_counter()
database.execute(
    """
    CREATE TABLE scores AS
    WITH figures AS (
      SELECT member, (SELECT max(day) FROM purchases) - max(day) AS recency, count(*) AS frequency,
        sum(CAST(round(amount * 100) AS BIGINT)) AS cents
      FROM purchases GROUP BY member)
    SELECT *, ntile(5) OVER (ORDER BY recency DESC) AS r, ntile(5) OVER (ORDER BY frequency) AS f,
      ntile(5) OVER (ORDER BY cents) AS m
    FROM figures
    """
)
seconds = time.perf_counter() - start
members, days, purchases, cents = database.execute(
    "SELECT count(*), sum(recency), sum(frequency), sum(cents) FROM scores WHERE r + f + m > 0"
).fetchone()
answer = {"members": members, "days": int(days), "purchases": int(purchases), "cents": int(cents)}
print(json.dumps({"version": duckdb.__version__, "seconds": seconds, "answer": answer}))
