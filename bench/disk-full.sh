#!/usr/bin/env bash
# R8: uploads until the disk of the media directory is full, and on. Each must be 201 and readable or 507 and absent; no file
# without a row, no row without its files; reads go on; it works again when there is room, without a restart.
# Needs root (mounts a tmpfs), bash, curl, a JDK and Linux. Usage: bash bench/disk-full.sh [byline.jar] [uploads]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$(realpath "${1:-$root/target/byline.jar}")
uploads=${2:-200}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
read -ra jvm <<<"$(sed -n 's:.*<byline\.jvm>\(.*\)</byline\.jvm>.*:\1:p' "$root/pom.xml")"
tmp=$(realpath "$(mktemp -d)")
app=

clean_up() {
  trap - EXIT
  if [[ -n $app ]]; then kill -TERM "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; fi
  umount "$tmp/media" 2>/dev/null || true
  rm -rf "$tmp"
}
trap clean_up EXIT

mkdir "$tmp/media"
mount -t tmpfs -o size=16m tmpfs "$tmp/media"
while port=$((20000 + RANDOM % 12000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
key=$(head -c 20 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
base=http://127.0.0.1:$port
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port BYLINE_ADMIN_KEY=$key BYLINE_DEMO=false \
  BYLINE_DATA_DIR=$tmp/data BYLINE_MEDIA_DIR=$tmp/media
"$java" "${jvm[@]}" -jar "$jar" >"$tmp/log" 2>&1 &
app=$!
for _ in {1..600}; do
  [[ $(curl -s -o /dev/null -w '%{http_code}' "$base/q/health/ready" || true) == 200 ]] && break
  sleep 0.1
done

"$java" -Xmx1g -Djava.awt.headless=true "$root/bench/Picture.java" 1600x1200 "$tmp/picture.jpg"
declare -A count=()
lost=0
upload() { # the picture with a number at its end: other bytes, the same pixels
  cp "$tmp/picture.jpg" "$tmp/upload.jpg"
  echo "$1" >>"$tmp/upload.jpg"
  curl -s -o "$tmp/reply" -w '%{http_code}' -H "Authorization: Bearer $key" -F "file=@$tmp/upload.jpg" \
    "$base/v1/newsroom/media" || true
}
for ((i = 1; i <= uploads; i++)); do
  status=$(upload "$i")
  count[$status]=$((${count[$status]:-0} + 1))
  if [[ $status == 201 ]]; then
    url=$(grep -o '"url":"[^"]*w1280[^"]*"' "$tmp/reply" | head -n 1 | cut -d'"' -f4)
    [[ $(curl -s -o /dev/null -w '%{http_code}' "$base$url") == 200 ]] || lost=$((lost + 1))
  elif [[ $status != 507 ]]; then
    cat "$tmp/reply"
    tail -n 5 "$tmp/log"
  fi
done
items=$(curl -s -H "Authorization: Bearer $key" "$base/v1/newsroom/media?limit=1&total=true" | grep -o '"total":[0-9]*' | cut -d: -f2)
originals=$(find "$tmp/media/originals" -type f | wc -l)
folders=$(find "$tmp/media/renditions" -mindepth 3 -maxdepth 3 -type d | wc -l)
incoming=$(find "$tmp/media/incoming" -type f | wc -l)
reads=$(curl -s -o /dev/null -w '%{http_code}' "$base/v1/articles")
# Room comes from deleting, which must work on a full disk.
deleted=0
for id in $(curl -s -H "Authorization: Bearer $key" "$base/v1/newsroom/media?limit=2" | grep -o '"id":"[^"]*"' | cut -d'"' -f4); do
  etag=$(curl -s -o /dev/null -D - -H "Authorization: Bearer $key" "$base/v1/newsroom/media/$id" | sed -n 's/^[Ee][Tt]ag: *\([^\r]*\).*/\1/p')
  [[ $(curl -s -o /dev/null -w '%{http_code}' -X DELETE -H "Authorization: Bearer $key" -H "If-Match: $etag" "$base/v1/newsroom/media/$id") == 204 ]] &&
    deleted=$((deleted + 1))
done
again=$(upload again)
printf '{"id":"R8","uploads":%d,"created":%d,"full":%d,"other":%d,"unreadable":%d,"rows":%d,"originals":%d,"folders":%d,"incoming":%d,"reads":%d,"deleted":%d,"again":%d}\n' \
  "$uploads" "${count[201]:-0}" "${count[507]:-0}" $((uploads - ${count[201]:-0} - ${count[507]:-0})) "$lost" "$items" "$originals" \
  "$folders" "$incoming" "$reads" "$deleted" "$again"
((lost == 0 && items == originals && items == folders && incoming == 0 && reads == 200 && deleted == 2 && again == 201 && ${count[507]:-0} > 0))
