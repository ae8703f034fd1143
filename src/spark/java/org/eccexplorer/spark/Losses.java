package org.eccexplorer.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts how often a run ended without a result, mostly together with its executor. */
final class Losses extends SparkListener {
    private final Map<Integer, Integer> byPartition = new HashMap<>();

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (!end.reason().equals(Success$.MODULE$)) {
            byPartition.merge(end.taskInfo().partitionId(), 1, Integer::sum);
        }
    }

    synchronized void forget() {
        byPartition.clear();
    }

    /** The partition that was lost most often since it was last forgotten. */
    synchronized Optional<Integer> most() {
        return byPartition.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
