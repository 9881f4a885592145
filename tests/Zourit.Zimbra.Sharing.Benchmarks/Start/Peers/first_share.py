"""Sends the requests of a first share as other programs would, and prints the milliseconds of CPU that it took from the start.

first_share.py PEER SERVER FOLDER PASSWORD GUEST

A peer that is not installed is reported by exit code 3; nothing is fetched.
"""

import pathlib
import resource
import shutil
import subprocess
import sys

peer, server, folder, password, guest = sys.argv[1:]
address = server + "service/soap/"
kind = "application/soap+xml; charset=utf-8"


def by_urllib():
    from urllib.request import Request, urlopen

    return lambda body: urlopen(Request(address, body, {"Content-Type": kind})).read()


def by_requests():
    import requests

    session = requests.Session()
    return lambda body: session.post(address, data=body, headers={"Content-Type": kind}).content


def by_curl():
    if not shutil.which("curl"):
        sys.exit(3)
    command = ["curl", "-s", "-H", "Content-Type: " + kind, "--data-binary", "@-", address]
    return lambda body: subprocess.run(command, input=body, check=True, stdout=subprocess.PIPE).stdout


try:
    send = {"urllib": by_urllib, "requests": by_requests, "curl": by_curl}[peer]()
except ImportError:
    sys.exit(3)

token = ""
for file in sorted(pathlib.Path(folder).iterdir()):
    text = file.read_text("utf-8").replace("{password}", password).replace("{token}", token).replace("{guest}", guest)
    answer = send(text.encode("utf-8")).decode("utf-8")
    if not token:
        token = answer.split("<authToken>")[1].split("<")[0]

used = resource.getrusage(resource.RUSAGE_CHILDREN if peer == "curl" else resource.RUSAGE_SELF)
print((used.ru_utime + used.ru_stime) * 1000)
