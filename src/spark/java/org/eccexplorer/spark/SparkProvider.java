package org.eccexplorer.spark;

import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.sweep.run.Engine;
import org.eccexplorer.app.sweep.run.EngineProvider;

/** What the program finds when it was built with Apache Spark. */
public final class SparkProvider implements EngineProvider {
    @Override
    public Engine engine(Optional<String> master, int threads, Map<String, String> settings) {
        return new SparkEngine(new SparkStart(master, threads, settings));
    }
}
