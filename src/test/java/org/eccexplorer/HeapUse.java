package org.eccexplorer;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a test asks of the heap. */
public final class HeapUse {
    private HeapUse() {}

    /** Bytes that this thread has asked for, whether they are free again or not. */
    public static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
