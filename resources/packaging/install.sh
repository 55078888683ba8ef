#!/bin/sh
# Makes Dubwright known to the desktop of the person who runs this: a menu entry, its icon, and the two commands.
# Nothing is copied: the folder that this file lies in stays where it is. `install.sh --remove` undoes it.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
commands=$HOME/.local/bin
entry=$data/applications/dubwright.desktop
icons=$data/icons/hicolor

if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry" "$icons/scalable/apps/dubwright.svg" "$icons/256x256/apps/dubwright.png"
    rm -f "$commands/dubwright" "$commands/dubwright-app" "$commands/dubwright-train"
    exit 0
fi

mkdir -p "$data/applications" "$icons/scalable/apps" "$icons/256x256/apps" "$commands"
cp "$here/share/icons/hicolor/scalable/apps/dubwright.svg" "$icons/scalable/apps/"
cp "$here/share/icons/hicolor/256x256/apps/dubwright.png" "$icons/256x256/apps/"
# In Exec a path stands in quotation marks, in which these four characters need a backslash, written twice.
path=$(printf '%s' "$here/dubwright-app" | sed 's/[\\"`$]/\\\\&/g')
path=$path awk '/^Exec=/ { print "Exec=\"" ENVIRON["path"] "\" %F"; next } { print }' \
    "$here/share/applications/dubwright.desktop" > "$entry"
for name in dubwright dubwright-app dubwright-train; do
    ln -sf "$here/$name" "$commands/$name"
done
echo "Dubwright is in the menu now; dubwright, dubwright-app and dubwright-train are in $commands."
