"""A guest's visit by python-caldav: reads a calendar, adds an event, changes it, deletes another; says as JSON what it saw.

visit.py ADDRESS USER PASSWORD discover NAME | visit.py ADDRESS USER PASSWORD at
"""

import json
import sys
from datetime import datetime, timezone

import caldav

ADDED = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:couture
DTSTAMP:20261101T000000Z
DTSTART:20270210T140000Z
DTEND:20270210T160000Z
SUMMARY:Atelier couture
END:VEVENT
END:VCALENDAR
"""


def titles(events):
    """A private event has no title for a guest."""
    return sorted(event.vobject_instance.vevent.getChildValue("summary", "") for event in events)


def main():
    address, user, password, how = sys.argv[1:5]
    client = caldav.DAVClient(url=address, username=user, password=password)
    seen = {}
    if how == "discover":
        calendars = client.principal().calendars()
        seen["calendars"] = sorted(calendar.name for calendar in calendars)
        calendar = next(calendar for calendar in calendars if calendar.name == sys.argv[5])
    else:
        calendar = client.calendar(url=address)

    seen["before"] = titles(calendar.events())
    event = calendar.save_event(ADDED)
    seen["added"] = titles(calendar.events())
    event.data = event.data.replace("Atelier couture", "Atelier couture et tricot")
    event.save()
    start, end = datetime(2027, 2, 10, tzinfo=timezone.utc), datetime(2027, 2, 11, tzinfo=timezone.utc)
    seen["found"] = titles(calendar.date_search(start=start, end=end))
    for other in calendar.events():
        if str(other.vobject_instance.vevent.uid.value) == "atelier-1":
            other.delete()
    seen["after"] = titles(calendar.events())
    print(json.dumps(seen))


main()
