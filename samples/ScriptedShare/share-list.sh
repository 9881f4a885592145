#!/bin/sh
# Shares a calendar with every guest of a list by zimbra-share, and branches on its exit code:
#
#   ./share-list.sh /my-events guests.txt
#
# Server, account and password come from the profile (zimbra-share config show).
[ $# -eq 2 ] || { echo "usage: $0 CALENDAR GUESTS.txt" >&2; exit 64; }

# Ctrl-C reaches zimbra-share, too, which finishes what it started and says what it did.
trap : INT
zimbra-share guest add "$1" - < "$2"
code=$?
case $code in
    0) echo "Everybody has it." ;;
    3 | 5) echo "Some are left for now. Run it again: nothing is done twice." >&2 ;;
    4) echo "The login was refused. Do not try again: wrong logins lock the account." >&2 ;;
    7 | 64) echo "Correct what is named above, and run it again: nothing is done twice." >&2 ;;
    6) echo "The server's policy, or a limit, refuses it." >&2 ;;
    127) echo "zimbra-share is not in PATH: see docs/tool/README.md." >&2 ;;
    130) echo "Stopped. Run it again to finish." >&2 ;;
esac
exit $code
