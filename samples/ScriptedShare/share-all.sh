#!/bin/sh
# Shares one calendar with every guest of a list, one mail address a line (# begins a comment):
#
#   ZIMBRA_PASSWORD=… ./share-all.sh https://mail1.example.net owner@monasso.org /my-events guests.txt
#
# Prints a line a guest: outcome, ICS address, login, mail. Goes on after a guest that fails; exits 1 if any did.
set -u
[ $# -eq 4 ] || { echo "usage: ZIMBRA_PASSWORD=… $0 https://SERVER OWNER CALENDAR GUESTS.txt" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
[ -r "$4" ] || { echo "$0: cannot read $4" >&2; exit 2; }
failed=0
while IFS= read -r guest || [ -n "$guest" ]; do
    guest=${guest%%#*}
    guest=$(printf '%s' "$guest" | tr -d '[:space:]')
    [ -n "$guest" ] || continue
    if result=$(dotnet run "$here/share.cs" -- "$1" "$2" "$3" "$guest" </dev/null); then
        printf '%s\t%s\n' "$guest" "$result"
    else
        echo "$guest: not shared, or not mailed" >&2
        failed=1
    fi
done <"$4"
exit $failed
