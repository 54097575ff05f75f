# Finds or installs the browser of the browser tests. Sourced.
# shellcheck shell=bash
find_chromium() {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null && return
  say "Installing Chromium"
  apt_install chromium || say "No Chromium here: the browser tests will be skipped. Install chromium to run them."
}
