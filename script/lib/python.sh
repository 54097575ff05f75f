# Finds or fetches uv and makes virtual environments from pinned requirement files. Sourced.
# shellcheck shell=bash
uv_version=0.13.8

# Sets $uv to a uv that runs here, fetching one into the cache folder when there is none.
find_uv() {
  local own=$cache/uv
  for uv in "$(command -v uv || true)" "$own/bin/uv"; do
    [ -n "$uv" ] && "$uv" --version >/dev/null 2>&1 && return
  done
  say "Fetching uv"
  command -v python3 >/dev/null || apt_install python3 python3-venv ||
    fail "There is neither uv nor Python here: install one of them and try again."
  rm -rf "$own"
  uv=$own/bin/uv
  if fetch_uv "$own" || { apt_install python3-venv && fetch_uv "$own"; }; then return; fi
  fail "uv could not be fetched: install uv, or pip or venv for Python (python3-venv), and try again."
}

fetch_uv() {
  { python3 -m venv "$1" && "$1/bin/pip" install --quiet "uv==$uv_version"; } >/dev/null 2>&1 && return
  rm -rf "$1"
  python3 -m pip install --quiet --target "$1" "uv==$uv_version" >/dev/null 2>&1
}

# make_venv FOLDER REQUIREMENTS: does nothing when the folder was made from these very requirements.
make_venv() {
  local folder=$1 requirements=$2 hash
  hash=$(digest "$requirements" "$root/script/python314")
  if done_before "$folder/.made-from" "$hash" && "$folder/bin/python" -c '' 2>/dev/null; then return; fi
  find_uv
  python=${python:-$(PATH="$(dirname "$uv"):$PATH" "$root/script/python314")}
  say "Installing $(basename "$requirements" .txt | tr _ ' ') into ${folder#"$root"/}"
  "$folder/bin/python" -c '' 2>/dev/null || "$uv" venv --quiet --clear --python "$python" "$folder"
  "$uv" pip sync --quiet --python "$folder/bin/python" "$requirements"
  remember "$folder/.made-from" "$hash"
}
