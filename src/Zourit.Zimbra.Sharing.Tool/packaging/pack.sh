#!/bin/sh
# Makes the native file of zimbra-share, and of it a tar.gz and a .deb with man page and completions:
#
#   src/Zourit.Zimbra.Sharing.Tool/packaging/pack.sh OUTPUT-FOLDER [VERSION] [PUBLISHED-FILE]
#
# With PUBLISHED-FILE, a native file made before, nothing is compiled. Needs the .NET SDK and clang or gcc; the .deb needs dpkg-deb.
set -eu
[ $# -ge 1 ] || { echo "usage: $0 OUTPUT-FOLDER [VERSION] [PUBLISHED-FILE]" >&2; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
output=$(cd "$1" && pwd)
version=${2:-0.0.0}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -ge 3 ]; then
    program=$3
else
    dotnet publish "$here/.." --configuration Release --runtime linux-x64 --output "$work/published" -p:Native=true \
        -p:MinVerVersionOverride="$version"
    program=$work/published/zimbra-share
fi

root=$work/root
install -D -m 755 "$program" "$root/usr/bin/zimbra-share"
mkdir -p "$root/usr/share/man/man1" "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" \
    "$root/usr/share/fish/vendor_completions.d" "$root/usr/share/doc/zimbra-share"
"$program" completion bash > "$root/usr/share/bash-completion/completions/zimbra-share"
"$program" completion zsh > "$root/usr/share/zsh/vendor-completions/_zimbra-share"
"$program" completion fish > "$root/usr/share/fish/vendor_completions.d/zimbra-share.fish"
"$program" man | gzip -9n > "$root/usr/share/man/man1/zimbra-share.1.gz"
install -m 644 "$here/../../../LICENSE" "$root/usr/share/doc/zimbra-share/copyright"

tar --create --gzip --file "$output/zimbra-share-$version-linux-x64.tar.gz" --owner=0 --group=0 --sort=name --directory "$root" usr

if command -v dpkg-deb > /dev/null; then
    mkdir "$root/DEBIAN"
    cat > "$root/DEBIAN/control" <<EOF
Package: zimbra-share
Version: $version
Architecture: amd64
Maintainer: Zourit <https://github.com/zourit/Zourit.Zimbra.Sharing>
Depends: libc6 (>= 2.34), zlib1g, ca-certificates
Section: admin
Priority: optional
Homepage: https://github.com/zourit/Zourit.Zimbra.Sharing
Description: share Zimbra calendars with people outside the server
 Shares calendars with guests, users and everybody, makes and looks after
 guests' accounts, and applies files that say who may see what.
EOF
    dpkg-deb --build --root-owner-group "$root" "$output/zimbra-share_${version}_amd64.deb" > /dev/null
else
    echo "no dpkg-deb here: no .deb was made" >&2
fi
