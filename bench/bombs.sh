#!/usr/bin/env bash
# R14: pictures that are small as files and huge when decoded. Each alone, and 100 of them at once, again and again, beside 50 reads a second.
# Fails when one takes 200 ms alone or is anything but refused in the crowd; whether the p99 of reads keeps within twice itself is
# printed, for a quiet machine to tell. Needs bash, curl, a JDK and Linux. Usage: bash bench/bombs.sh [byline.jar] [seconds]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$(realpath "${1:-$root/target/byline.jar}")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
read -ra jvm <<<"$(sed -n 's:.*<byline\.jvm>\(.*\)</byline\.jvm>.*:\1:p' "$root/pom.xml")"
tmp=$(realpath "$(mktemp -d)")
app=

clean_up() {
  trap - EXIT
  if [[ -n $app ]]; then kill -TERM "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; fi
  rm -rf "$tmp"
}
trap clean_up EXIT

while port=$((20000 + RANDOM % 12000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
key=$(head -c 20 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
base=http://127.0.0.1:$port
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port BYLINE_ADMIN_KEY=$key BYLINE_DEMO=true BYLINE_DATA_DIR=$tmp/data
"$java" "${jvm[@]}" -jar "$jar" >"$tmp/log" 2>&1 &
app=$!
for _ in {1..900}; do
  [[ $(curl -s -o /dev/null -w '%{http_code}' "$base/q/health/ready" || true) == 200 ]] && break
  sleep 0.1
done
"$java" -Xmx1g "$root/bench/Bombs.java" "$base" "$key" 100 "${2:-20}"
printf '{"id":"R14","peak_mb":%d,"incoming":%d,"errors":%d}\n' \
  $(($(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$app/status") / 1024)) \
  "$(find "$tmp/data/media/incoming" -type f | wc -l)" "$(grep -c ' ERROR ' "$tmp/log" || true)"
