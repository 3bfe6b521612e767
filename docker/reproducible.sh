#!/usr/bin/env bash
# Builds the commit that is checked out twice, in two directories of different names, and compares the jars byte by byte.
# Arguments go to Maven, e.g. -o. Exits 0 when they are the same, and shows what differs when they are not.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in one the-other; do
  mkdir "$work/$copy"
  git archive HEAD | tar -x -C "$work/$copy"
  # Tests leave no trace in the jar. So they are not even compiled; and the sources were looked at when they came in.
  (cd "$work/$copy" && mvn -B -ntp "$@" -Dmaven.test.skip -Dspotless.check.skip -Djacoco.skip package) > "$work/$copy.log" || {
    grep -E 'WARNING|ERROR' "$work/$copy.log"
    exit 1
  }
  sha256sum "$work/$copy/docker/target/dabiao.jar"
done
if cmp -s "$work"/{one,the-other}/docker/target/dabiao.jar; then
  echo "the same bytes"
else
  for copy in one the-other; do
    mkdir "$work/$copy.jar"
    unzip -q "$work/$copy/docker/target/dabiao.jar" -d "$work/$copy.jar"
  done
  diff -rq "$work/one.jar" "$work/the-other.jar" || true
  exit 1
fi
