# What script/check and script/test are made of. A part that fails does not keep the others from running. Sourced.
# shellcheck shell=bash
bin=$test_venv/bin
failed=()
# Everything is compiled once for all runs, and not beside the sources: half of the time in which a test process comes up. tests/real does the same.
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX=$cache/pycache
# Thousands of tests write small files and wait for the disk to have them: in memory they don't wait, where there is plenty of it.
memory=/dev/shm
if [ -w "$memory" ] && [ "$(df --output=avail --block-size=1G "$memory" 2>/dev/null | tail -1)" -ge 4 ]; then
  export PYTEST_DEBUG_TEMPROOT=$memory
fi
on_servers=(tests/db tests/manager tests/commands tests/test_services.py tests/test_init.py)

# step NAME COMMAND...: runs it and remembers a failure.
step() {
  local name=$1
  shift
  say "$name"
  "$@" || failed+=("$name")
}

in_frontend() { (find_node && cd "$root/frontend" && npm run --silent "$@"); }

check_python() {
  step "ruff: rules" "$bin/ruff" check --quiet cli custom_components tests script
  step "ruff: format" "$bin/ruff" format --quiet --check cli custom_components tests script
  step "mypy" "$bin/mypy" --no-error-summary custom_components/home_inventory cli/home_inventory_cli
  step "import-linter" import_contract
  step "types of the front end" script/gen_types --check
}

# Its report is a page long and of interest only when something is wrong.
# The command line is a package of its own, and has its own contract beside it.
import_contract() {
  { "$bin/lint-imports" --no-cache && (cd "$root/cli" && "$bin/lint-imports" --no-cache); } >"$cache/imports.log" 2>&1 ||
    { cat "$cache/imports.log"; return 1; }
}

check_frontend() {
  [ -f "$root/frontend/package.json" ] || return 0
  . "$root/script/lib/python.sh"
  . "$root/script/lib/frontend.sh"
  step "eslint" in_frontend lint
  step "tsc" in_frontend typecheck
}

# Both at once: much of it runs on one core.
check_style() {
  local frontend
  check_frontend_alone &
  frontend=$!
  check_python
  wait "$frontend" || failed+=("front end")
}

check_frontend_alone() { check_frontend && [ ${#failed[@]} = 0 ]; }

# On the oldest Home Assistant that we serve, in this process. Three at once on two cores: a third of the time is waiting.
test_python() { step "pytest" "$bin/pytest" -q -n 3 "$@"; }

test_frontend() {
  [ -f "$root/frontend/package.json" ] || return 0
  . "$root/script/lib/python.sh"
  . "$root/script/lib/frontend.sh"
  step "vitest" in_frontend test
}

# Against hass processes of both versions, and in a browser.
test_real() {
  step "release" "$root/script/package"
  step "pytest: real Home Assistant" "$bin/pytest" -q -n 3 --dist worksteal -c tests/real/pytest.ini tests/real "$@"
}

# What keeps, reads or asks for rows, on the databases that are no file. A server that is not to be had is said and left out.
test_servers() {
  local kind
  for kind in mariadb postgresql; do
    step "pytest: on $kind" "$bin/python" -m pytest -q -n 3 -p tests.on_server --server "$kind" "${on_servers[@]}" "$@"
  done
}

finish() {
  [ ${#failed[@]} = 0 ] && { say "All good"; return 0; }
  fail "failed: $(IFS=,; echo "${failed[*]}")"
}
