package org.eccexplorer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * Warnings go to the console; with {@code -Decc.log=INFO} also which kernels were chosen. Set up in
 * code: a command would start later if the same were read from XML.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(new Lines());
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty("ecc.log"), Level.WARN));
        root.addAppender(console);
        // The reader of HDF5 files warns of what the importer checks itself.
        context.getLogger("io.jhdf").setLevel(Level.ERROR);
        // Apache Spark tells what is as it has to be on a machine of one's own.
        for (String talkative :
                List.of(
                        "org.apache.hadoop.util.NativeCodeLoader",
                        "org.apache.spark.util.Utils",
                        "org.apache.spark.util.SparkStringUtils")) {
            context.getLogger(talkative).setLevel(Level.ERROR);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** "WARN Class: message", and the stack trace if there is one. */
    private static final class Lines extends LayoutBase<ILoggingEvent> {
        @Override
        public String doLayout(ILoggingEvent event) {
            String logger = event.getLoggerName();
            String trace =
                    event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy());
            return event.getLevel()
                    + " "
                    + logger.substring(logger.lastIndexOf('.') + 1)
                    + ": "
                    + event.getFormattedMessage()
                    + System.lineSeparator()
                    + trace;
        }
    }
}
