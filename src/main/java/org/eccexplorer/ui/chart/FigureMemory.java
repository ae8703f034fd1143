package org.eccexplorer.ui.chart;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eccexplorer.plot.file.FigureChoice;

/**
 * How charts were saved the last time.
 *
 * @param last what was chosen then
 * @param chosen is told what is chosen now
 */
public record FigureMemory(Supplier<FigureChoice> last, Consumer<FigureChoice> chosen) {

    /** That lasts as long as the program. */
    public static FigureMemory brief() {
        AtomicReference<FigureChoice> now = new AtomicReference<>(FigureChoice.STANDARD);
        return new FigureMemory(now::get, now::set);
    }
}
