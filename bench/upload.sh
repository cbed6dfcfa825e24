#!/usr/bin/env bash
# What the upload of a picture costs: CPU time and peak memory of the packaged application for a JPEG of 12 and one of 100
# megapixels, each on a fresh start. Needs bash, curl, a JDK and Linux.
# Usage: bash bench/upload.sh [byline.jar]     BENCH_JVM="-Xmx256m …"  JVM settings other than those of the run command
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$(realpath "${1:-$root/target/byline.jar}")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
settings=${BENCH_JVM:-$(sed -n 's:.*<byline\.jvm>\(.*\)</byline\.jvm>.*:\1:p' "$root/pom.xml")}
read -ra jvm <<<"$settings"
tmp=$(realpath "$(mktemp -d)")
app=

clean_up() {
  trap - EXIT
  if [[ -n $app ]]; then kill -TERM "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; fi
  rm -rf "$tmp"
}
trap clean_up EXIT

cpu_ms() {
  local stat
  stat=$(<"/proc/$app/stat")
  read -ra stat <<<"${stat##*) }"
  echo $(((stat[11] + stat[12]) * 1000 / $(getconf CLK_TCK)))
}

memory_mb() { # VmRSS or VmHWM (the peak)
  echo $(($(sed -n "s/^$1:[^0-9]*\([0-9]*\).*/\1/p" "/proc/$app/status") / 1024))
}

while port=$((20000 + RANDOM % 12000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
key=$(head -c 20 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port BYLINE_ADMIN_KEY=$key BYLINE_DEMO=false

for size in 4000x3000 12000x8400; do
  "$java" -Xmx1g -Djava.awt.headless=true "$root/bench/Picture.java" "$size" "$tmp/$size.jpg"
  BYLINE_DATA_DIR=$tmp/data-$size "$java" "${jvm[@]}" -jar "$jar" >"$tmp/log" 2>&1 &
  app=$!
  for _ in {1..600}; do
    [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/q/health/ready" || true) == 200 ]] && break
    sleep 0.1
  done
  before=$(cpu_ms)
  start=$(date +%s%N)
  status=$(curl -s -o "$tmp/reply" -w '%{http_code}' -H "Authorization: Bearer $key" \
    -F "file=@$tmp/$size.jpg" "http://127.0.0.1:$port/v1/newsroom/media")
  [[ $status == 201 ]] || { cat "$tmp/reply" "$tmp/log"; exit 1; }
  printf '{"bench":"upload","picture":"%s","file_mb":%d,"renditions":%d,"cpu_ms":%d,"wall_ms":%d,"rss_mb":%d,"peak_mb":%d,"jvm":"%s"}\n' \
    "$size" $(($(stat -c %s "$tmp/$size.jpg") / 1000000)) "$(grep -o '"url"' "$tmp/reply" | wc -l)" $(($(cpu_ms) - before)) \
    $((($(date +%s%N) - start) / 1000000)) "$(memory_mb VmRSS)" "$(memory_mb VmHWM)" "$settings"
  kill -TERM "$app"
  wait "$app" 2>/dev/null || true
  app=
done
