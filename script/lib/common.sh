# Shared by the scripts: where things are, how they talk, and how a step is skipped. Sourced.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=$root/.cache
test_venv=$root/.venv
newest_venv=$cache/hass-newest
component=$root/custom_components/home_inventory
mkdir -p "$cache"

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { printf 'Error: %s\n' "$*" >&2; exit 1; }
is_root() { [ "$(id -u)" = 0 ]; }

# digest FILE...: one hash over the names and contents of files and folders.
digest() {
  find "$@" -type f -not -path '*/node_modules/*' -print0 2>/dev/null |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# done_before STAMP HASH / remember STAMP HASH: a step is skipped while what it depends on is the same.
done_before() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }
remember() { mkdir -p "$(dirname "$1")" && printf '%s' "$2" >"$1"; }

# apt_install PACKAGE...: only where that is possible without asking anyone.
apt_install() {
  is_root && command -v apt-get >/dev/null || return 1
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1 && return
  apt-get update -qq >/dev/null &&
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}
