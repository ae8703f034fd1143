package org.eccexplorer.tensor;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Whether this processor multiplies and adds in one instruction. One that does not (x86 before
 * Haswell, some virtual machines) would take a thousand times as long over {@link Math#fma}, which
 * then computes with decimal numbers: there a product is rounded before it is added, and results
 * differ in their last digit from those of other processors.
 */
public final class Fused {
    /** A constant, so that the compiler drops the way that is not taken. */
    public static final boolean AVAILABLE = isFast() || isInHardware();

    private static final int PROBES = 64;

    private Fused() {}

    /** {@code factor·value + sum} as the vectors of this machine compute it. */
    public static float multiplyAdd(float factor, float value, float sum) {
        return AVAILABLE ? Math.fma(factor, value, sum) : factor * value + sum;
    }

    /**
     * Whether some take less time than their decimal numbers could: some µs. Asking the JVM alone
     * would take 60 ms of each start.
     */
    private static boolean isFast() {
        long start = System.nanoTime();
        float sum = 0;
        for (int i = 0; i < PROBES; i++) {
            sum = Math.fma(sum, 0.3f, 0.7f);
        }
        return sum > 0 && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(1);
    }

    private static boolean isInHardware() {
        HotSpotDiagnosticMXBean machine =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return machine != null && Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
    }
}
