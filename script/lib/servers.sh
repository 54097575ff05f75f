# Finds or installs the database servers of the tests, and the drivers that talk to them. Sourced.
# shellcheck shell=bash
server_requirements=$root/requirements_servers.txt

# Whoever has no servers can do without: their tests are skipped and say why.
find_servers() {
  find_server_programs || say "No MariaDB and PostgreSQL here: tests on them will be skipped. Install $server_packages to run them."
  add_drivers "$test_venv"
  add_drivers "$newest_venv"
}

# Those of Debian that only bring programs: `mariadb-server` would start a service as well.
server_packages="mariadb-server-core mariadb-client-core postgresql"

find_server_programs() {
  PATH=$PATH:/usr/sbin:/usr/libexec command -v mariadbd >/dev/null && command -v mariadb-install-db >/dev/null &&
    { command -v postgres || compgen -G '/usr/lib/postgresql/*/bin/postgres'; } >/dev/null && return
  say "Installing MariaDB and PostgreSQL"
  # shellcheck disable=SC2086
  apt_install $server_packages
}

# add_drivers FOLDER: they come on top of what make_venv has pinned, so that who can't build them has everything else.
add_drivers() {
  local folder=$1 hash
  hash=$(digest "$server_requirements" "$folder/.made-from")
  if done_before "$folder/.drivers-from" "$hash" && "$folder/bin/python" -c 'import MySQLdb, psycopg2' 2>/dev/null; then return; fi
  find_uv
  say "Installing the drivers of MariaDB and PostgreSQL into ${folder#"$root"/}"
  if install_drivers "$folder" 2>/dev/null ||
    { apt_install gcc libc6-dev libmariadb-dev pkg-config && install_drivers "$folder"; }; then
    remember "$folder/.drivers-from" "$hash"
    return
  fi
  say "The drivers could not be built: tests on servers will be skipped. Install gcc, pkg-config and libmariadb-dev to run them."
}

install_drivers() { "$uv" pip install --quiet --python "$1/bin/python" --requirement "$server_requirements" >&2; }
