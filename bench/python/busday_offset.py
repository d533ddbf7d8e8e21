"""One vector of days moved on by working days with numpy, timed on request.

Reads the question from the file that is named, writes numpy's answer beside it, then times one whole vector for each
line on standard input and answers with its nanoseconds. What the times mean is decided by whoever asks.
"""

import json
import sys
import time

import numpy as np

with open(sys.argv[1], encoding="utf-8") as file:
    question = json.load(file)

days = np.fromfile(question["days"], dtype=np.int32).astype("datetime64[D]")
calendar = np.busdaycalendar(weekmask="1111100", holidays=question["holidays"])
answer = np.empty_like(days)


def move_on():
    # From a day off the count starts at the last working day before it: day 1 is then the next one after.
    np.busday_offset(days, question["workingDays"], roll="backward", busdaycal=calendar, out=answer)


move_on()
answer.astype(np.int32).tofile(question["answer"])
print("ready", flush=True)
for _ in sys.stdin:
    start = time.perf_counter_ns()
    move_on()
    print(time.perf_counter_ns() - start, flush=True)
