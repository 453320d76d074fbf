#!/bin/sh
# Writes terminfo.inc, the terminal descriptions that are built in.
#
#   ./make-terminfo.sh > terminfo.inc
#
# Needs infocmp of ncurses 6.1 or newer and its terminfo database. The entries are used only where
# a host has none of its own.
echo "// Made by make-terminfo.sh - do not edit."
for name in xterm xterm-256color screen screen-256color tmux-256color linux vt100 \
  rxvt-unicode-256color; do
  printf '{"%s",\n "b64:"\n' "$name"
  infocmp -x -0 -Q2 "$name" | sed -e '/^#/d' -e 's/^b64://' | tr -d '\n' | fold -w 96 |
    sed -e 's/.*/ "&"/'
  printf '},\n'
done
