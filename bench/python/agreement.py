"""Puts numpy's and the `holidays` package's answers beside ours, and prints how often they agree.

Reads the file of our answers that is named. Every difference is printed, and with one the exit code is 1: none is known
that has an explanation. It decides nothing about who is right: a person reads the list.
"""

import json
import sys

import holidays
import numpy as np

with open(sys.argv[1], encoding="utf-8") as file:
    ours = json.load(file)

FIRST, LAST = np.datetime64(ours["from"]), np.datetime64(ours["to"])
DAYS = np.arange(FIRST, LAST + 1)
CALENDAR = np.busdaycalendar(weekmask="1111100", holidays=ours["holidays"])
found = 0


def say(what, questions, differences):
    """One line for what was compared, and one for each difference."""
    global found
    found += len(differences)
    print(f"{what}: {questions - len(differences):,} of {questions:,} agree")
    for line in differences:
        print(f"  DIFFERENT  {line}")


def compare_add(direction, amounts):
    """Where the calendar ends before the answer we refuse, and numpy, which knows no end, must lie outside."""
    questions, refused, differences = 0, 0, []
    for amount in amounts:
        # From a day off the count starts at the last working day already passed: day 1 is the next one on the way.
        roll = "backward" if amount > 0 else "forward"
        theirs = np.busday_offset(DAYS, amount, roll=roll, busdaycal=CALENDAR)
        for start, given, their in zip(DAYS, ours["add"][str(amount)], theirs):
            questions += 1
            if given is None:
                refused += 1
                agrees = their < FIRST or their > LAST
            else:
                agrees = np.datetime64(given) == their
            if not agrees:
                differences.append(f"{amount} working days from {start}: ours {given}, numpy {their}")
    say(f"add {direction}, numpy busday_offset ({refused:,} refused at the calendar's end)", questions, differences)


def compare_count():
    """We count after `from` up to `to`. numpy leaves out the later end when asked forwards, the earlier one backwards."""
    questions, refused, differences = 0, 0, []
    for span, answers in ((int(span), answers) for span, answers in ours["count"].items()):
        shift = 1 if span >= 0 else 0
        theirs = np.busday_count(DAYS + shift, DAYS + span + shift, busdaycal=CALENDAR)
        for start, given, their in zip(DAYS, answers, theirs):
            questions += 1
            if given is None:
                refused += 1
                agrees = not FIRST <= start + span <= LAST
            else:
                agrees = given == their
            if not agrees:
                differences.append(f"from {start} to {start + span}: ours {given}, numpy {their}")
    say(f"count, numpy busday_count ({refused:,} refused at the calendar's end)", questions, differences)


def compare_days():
    """Each day on its own, against numpy and against the package's own idea of the holidays."""
    given = np.array(ours["isWorkingDay"])
    theirs = np.is_busday(DAYS, busdaycal=CALENDAR)
    say("is it a working day, numpy is_busday", len(DAYS), [f"{day}" for day in DAYS[given != theirs]])

    years = range(FIRST.astype(object).year, LAST.astype(object).year + 1)
    package = holidays.country_holidays("GB", subdiv="ENG", years=years)
    by_package = np.busdaycalendar(weekmask="1111100", holidays=[day.isoformat() for day in package])
    theirs = np.is_busday(DAYS, busdaycal=by_package)
    differences = []
    for day, mine in zip(DAYS[given != theirs], given[given != theirs]):
        name = package.get(day.astype(object), "no holiday")
        differences.append(f"{day}: ours {'a working day' if mine else 'off'}, the package says {name}")
    say("is it a working day, python package holidays (GB, ENG)", len(DAYS), differences)


print(f"numpy {np.__version__}, holidays {holidays.__version__}; every day from {FIRST} to {LAST}")
compare_days()
compare_add("forwards", sorted(int(n) for n in ours["add"] if int(n) > 0))
compare_add("backwards", sorted(int(n) for n in ours["add"] if int(n) < 0))
compare_count()
print("everything agrees" if found == 0 else f"{found:,} differences")
sys.exit(0 if found == 0 else 1)
