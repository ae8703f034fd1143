package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class HeapRoomTest {

    /** G1 begins a collection beside the program where more than 45 % of the heap are in use. */
    @Test
    void leavesAHeapLessThanHalfFull() {
        HeapRoom.keep();
        assertThat(percent("MaxHeapFreeRatio")).isGreaterThan(55);
        assertThat(percent("MinHeapFreeRatio")).isBetween(1, percent("MaxHeapFreeRatio"));
    }

    private static int percent(String option) {
        return Integer.parseInt(
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .getVMOption(option)
                        .getValue());
    }
}
