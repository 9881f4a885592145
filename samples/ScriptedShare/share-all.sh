#!/bin/sh
# Shares one calendar with every guest of a list, one mail address a line (# starts a comment):
#
#   ZIMBRA_PASSWORD=… ./share-all.sh https://mail1.example.net owner@monasso.org /my-events guests.txt
#
# Prints a line a guest: outcome, ICS address, login, mail. Goes on after a guest that fails; exits 1 if any did. Ctrl-C ends it with exit
# code 130 and says how far it came.
set -u
[ $# -eq 4 ] || { echo "usage: ZIMBRA_PASSWORD=… $0 https://SERVER OWNER CALENDAR GUESTS.txt" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
[ -r "$4" ] || { echo "$0: cannot read $4" >&2; exit 2; }
dotnet build "$here/share.cs" --verbosity quiet >&2 || exit 2
shared=0
failed=0
stopped=0
guest=
stop() {
    echo "Stopped at ${guest:-the start}: $shared guests done, $failed failed. Run it again to finish: nothing is done twice." >&2
    exit 130
}
trap 'stopped=1' INT TERM
while IFS= read -r guest || [ -n "$guest" ]; do
    guest=${guest%%#*}
    guest=$(printf '%s' "$guest" | tr -d '[:space:]')
    [ -n "$guest" ] || continue
    [ $stopped -eq 0 ] || stop
    # Above all not "public", which would open the calendar to everybody.
    case $guest in
        *@*) ;;
        *) echo "$guest: no mail address" >&2; failed=$((failed + 1)); continue ;;
    esac
    result=$(dotnet run --no-build "$here/share.cs" -- "$1" "$2" "$3" "$guest" </dev/null)
    code=$?
    if [ $code -eq 0 ]; then
        printf '%s\t%s\n' "$guest" "$result"
        shared=$((shared + 1))
    elif [ $code -eq 130 ] || [ $stopped -ne 0 ]; then
        stop
    else
        echo "$guest: not shared, or not mailed" >&2
        failed=$((failed + 1))
    fi
done <"$4"
[ $failed -eq 0 ]
