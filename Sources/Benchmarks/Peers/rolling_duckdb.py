"""DuckDB: the tier before every purchase by the 365 days before it, and its points; with `thresholds`, the purchases above
each of a hundred thresholds. Prints one line of JSON."""

import json
import sys
import time

import duckdb

database = duckdb.connect()
database.execute("SET enable_progress_bar = false")
# A purchase's moment is its day and, as a small fraction, its place in the file: no two are alike.
database.execute(
    """
    CREATE TABLE purchases AS SELECT member, CAST(round(amount * 100) AS BIGINT) AS cents,
      date_diff('day', DATE '2023-01-01', day) + row_number() OVER () / 1e9 AS moment
    FROM read_csv(?, header = true, delim = ',', columns = {
      'member': 'BIGINT', 'day': 'DATE', 'store': 'INTEGER', 'amount': 'DOUBLE', 'category': 'VARCHAR'})
    """,
    [sys.argv[-1]],
)
PRIOR = """
    SELECT cents, sum(cents) OVER (
      PARTITION BY member ORDER BY moment RANGE BETWEEN 364.9 PRECEDING AND CURRENT ROW) - cents AS prior
    FROM purchases
"""
if "thresholds" in sys.argv:
    thresholds = range(1020, 3001, 20)
    # How many of the thresholds each purchase meets, counted once.
    query = f"""
      SELECT least(prior - 102000, 198000) // 2000 AS met, count(*) FROM ({PRIOR}) WHERE prior >= 102000
      GROUP BY 1 ORDER BY 1 DESC
    """
else:
    query = f"""
      SELECT tier, count(*), sum(points) FROM (
        SELECT CASE WHEN prior >= 200000 THEN '金卡' WHEN prior >= 50000 THEN '银卡' ELSE '普通' END AS tier,
          cents * CASE WHEN prior >= 200000 THEN 15 WHEN prior >= 50000 THEN 12 ELSE 10 END // 1000 AS points
        FROM ({PRIOR}))
      GROUP BY 1
    """
start = time.perf_counter()
rows = database.execute(query).fetchall()
seconds = time.perf_counter() - start
if "thresholds" in sys.argv:
    meeting = dict(rows)
    answer, above = {}, 0
    for place, threshold in reversed(list(enumerate(thresholds))):
        above += meeting.get(place, 0)
        answer[str(threshold * 100)] = [int(above)]
else:
    answer = {tier: [int(count), int(points)] for tier, count, points in rows}
print(json.dumps({"version": duckdb.__version__, "seconds": seconds, "answer": answer}))
