#!/bin/sh
# A sweep on a cluster of Apache Spark on this machine's loopback: a master and two workers of one core each, of which one is killed in
# the middle together with its executor. The table has to be the same bytes as on one thread. Needs ./ecc and what it fetches; takes some
# minutes and leaves nothing running. Usage: src/spark/try-cluster.sh [FOLDER for what it writes]
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
folder=${1:-$(mktemp -d)}
port=17077
master=spark://127.0.0.1:$port
started=

say() { printf '%s\n' "$*"; }

stop() {
    for process in $started; do
        kill "$process" 2>/dev/null || true
    done
}
trap stop EXIT INT TERM

mkdir -p "$folder"
cat >"$folder/plan.yaml" <<'PLAN'
models: [digits]
images: 400
timesteps: 64
at: [16, 32, 64]
settings:
  lambda: [max, p99.9, p99]
  theta: [0, 0.25, 0.5, 0.75]
  neurons: [plain, signed]
PLAN

rows() { find "$1/rows" -name '*.csv' ! -name '.*' 2>/dev/null | wc -l; }

say "On one thread (local[1]) …"
"$home/ecc" sweep "$folder/plan.yaml" --out "$folder/one" --master 'local[1]' --force --quiet

jdk=$(cat "$home/target/ecc.jdk")
export SPARK_HOME="$folder/spark" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 JAVA_HOME="$jdk"
mkdir -p "$SPARK_HOME/jars"
ln -sf "$home"/target/spark/lib/*.jar "$SPARK_HOME/jars"
# What is left of a distribution of Spark's; its logging would be at its most talkative without settings.
rm -f "$SPARK_HOME"/jars/logback-*.jar

# A process of Spark's in the background; its number is in $last.
daemon() {
    log=$1
    shift
    "$jdk/bin/java" @"$home/src/spark/launcher/jvm.options" -Xmx512m -cp "$SPARK_HOME/jars/*" "$@" >"$folder/$log.log" 2>&1 &
    last=$!
    started="$started $last"
}

say "A master and two workers on $master …"
daemon master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port $port --webui-port 18080
sleep 5
daemon worker1 org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 2g --webui-port 18081 --work-dir "$folder/work1" $master
daemon worker2 org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 2g --webui-port 18082 --work-dir "$folder/work2" $master
victim=$last
sleep 5

"$home/ecc" sweep "$folder/plan.yaml" --out "$folder/cluster" --master $master --conf spark.executor.memory=1g --force --quiet \
    >"$folder/sweep.log" 2>&1 &
sweep=$!
started="$started $sweep"
while [ "$(rows "$folder/cluster")" -lt 8 ] && kill -0 $sweep 2>/dev/null; do sleep 0.2; done
executors=$(pgrep -P "$victim" || true)
# shellcheck disable=SC2086
kill -9 "$victim" $executors
say "Killed worker 2 ($victim) and its executor (${executors:-none}) after $(rows "$folder/cluster") of 24 runs."
code=0
wait $sweep || code=$?
say "The sweep ended with $code: $(rows "$folder/cluster") of 24 runs, $(grep -c . "$folder/cluster/sweep.csv") lines."
if [ -n "$executors" ] && [ $code = 0 ] && [ -s "$folder/cluster/sweep.parquet" ] &&
    cmp "$folder/one/sweep.csv" "$folder/cluster/sweep.csv"; then
    say "PASSED: the same bytes as on one thread."
    exit 0
fi
cat "$folder/sweep.log"
say "FAILED; see $folder"
exit 1
