package org.eccexplorer.ui.window;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.eccexplorer.ui.fx.Background;

/**
 * Free memory that the program keeps while it has a window. On the command line what is free beyond
 * a third of the heap goes back to the system; a heap that is nearly full is collected several
 * times a second, and a window stands still meanwhile.
 */
final class HeapRoom {
    /** Percent of the heap: what the JVM takes where nothing is said. */
    private static final String LEAST_FREE = "40";

    /** Percent of the heap: of 50 MB in use 250 are kept; with 70 collections began again. */
    private static final String MOST_FREE = "80";

    private HeapRoom() {}

    /** Lets the heap keep more of what is free; where the JVM has no such options, nothing. */
    static void keep() {
        HotSpotDiagnosticMXBean machine =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null) {
            machine.setVMOption("MaxHeapFreeRatio", MOST_FREE);
            machine.setVMOption("MinHeapFreeRatio", LEAST_FREE);
        }
    }

    /** The same on a thread of its own: asking the JVM takes 30 to 50 ms of a start. */
    static void keepSoon() {
        var _ =
                Background.start(() -> {
                    keep();
                    return true;
                });
    }
}
