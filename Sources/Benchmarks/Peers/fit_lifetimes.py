"""lifetimes: BG/NBD of the CDNOW sample, every member a hundred times over. Prints one line of JSON.

Parameters are in ten-thousandths.
"""

import json
import sys
import time
import warnings

import lifetimes
import pandas
from lifetimes.utils import summary_data_from_transaction_data

warnings.filterwarnings("ignore")
table = pandas.read_csv(sys.argv[1])
table["date"] = pandas.to_datetime(table["date"])
end = "1997-09-30"
members = summary_data_from_transaction_data(
    table[table["date"] <= end], "member_id", "date", observation_period_end=end, freq="D"
)
members = pandas.concat([members] * 100, ignore_index=True)

start = time.perf_counter()
fitter = lifetimes.BetaGeoFitter()
fitter.fit(members["frequency"], members["recency"] / 7, members["T"] / 7)
seconds = time.perf_counter() - start

answer = {"members": len(members)}
answer |= {name: round(float(value) * 10_000) for name, value in fitter.params_.items()}
print(json.dumps({"version": lifetimes.__version__, "seconds": seconds, "answer": answer}))
