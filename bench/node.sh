# shellcheck shell=bash disable=SC2034 # what reads this file uses them
# A node for benches, which read this file: the packaged application (BENCH_JAR, or that of the last build) on a free port of the
# loopback interface, with a database of its own in a temporary folder and the JVM settings of the run command. All of it is gone
# at the end. Sets root, jar, tmp, data, base, key, jvm, and app while it runs; processes in `also` end with it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$(realpath -m "${BENCH_JAR:-$root/target/byline.jar}")
[[ -f $jar ]] || { echo "${0##*/}: build first: ./mvnw package -DskipTests" >&2; exit 1; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
settings=$(sed -n 's:.*<byline\.jvm>\(.*\)</byline\.jvm>.*:\1:p' "$root/pom.xml")
# shellcheck disable=SC2016 # the text itself is meant
read -ra jvm <<<"${BENCH_JVM:-${settings//'${project.build.directory}'/$root/target}}"
tmp=$(realpath "$(mktemp -d)")
data=$tmp/data
app= also=()

end() { # PID…
  local pid
  for pid in "$@"; do
    kill -TERM "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true
  done
}

stop() {
  [[ -z $app ]] || end "$app"
  app=
}
trap 'stop; end "${also[@]}"; rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

while read -r name; do unset "$name"; done < <(compgen -e | grep -E '^(QUARKUS|BYLINE)_' || true)
port=$(free_port)
key=$(head -c 20 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
base=http://127.0.0.1:$port
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port BYLINE_ADMIN_KEY=$key BYLINE_DATA_DIR=$data BYLINE_DEMO=false

start() {
  local i
  "$java" "${jvm[@]}" -jar "$jar" >>"$tmp/out" 2>&1 </dev/null &
  app=$!
  for ((i = 0; i < 900; i++)); do
    curl -fs "$base/q/health/ready" >/dev/null && return
    kill -0 "$app" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$tmp/out" >&2
  exit 1
}

postmaster() { # a line of its file: 1 the process, 4 the port
  sed -n "$1p" "$(find "$data" -name postmaster.pid -print -quit)"
}

sql() { # as PostgreSQL's superuser
  PGPASSWORD=$(<"$data/database-superuser-password") \
    psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(postmaster 4)" -U postgres -d "${db:-byline}" "$@"
}

memory_mb() { # VmRSS, or VmHWM for the peak
  echo $(($(sed -n "s/^$1:[^0-9]*\([0-9]*\).*/\1/p" "/proc/$app/status") / 1024))
}
