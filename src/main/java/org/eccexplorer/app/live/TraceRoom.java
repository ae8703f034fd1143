package org.eccexplorer.app.live;

import java.util.Collection;
import java.util.Optional;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * How much memory the images that were looked at may take: what is kept of one grows with the
 * neurons and with T.
 *
 * @param most bytes of one of them, and of all together unless they are only two
 */
public record TraceRoom(long most) {
    /** One part in so many of all memory; two may be seen at once. */
    private static final int SHARE = 6;

    /** Images that are kept whatever they take: one of each of two runs that are compared. */
    private static final int LEAST = 2;

    private static final int MOST = 6;

    /** Of this JVM's memory. */
    public static TraceRoom ofHeap() {
        return new TraceRoom(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** Whether an image of a run may be looked at. */
    public boolean fits(Prepared prepared) {
        return ImageTrace.bytes(prepared) <= most;
    }

    /** Whether one of these has to go. */
    boolean isFull(Collection<ImageTrace> kept) {
        long bytes = kept.stream().mapToLong(trace -> ImageTrace.bytes(trace.prepared())).sum();
        return kept.size() > MOST || (kept.size() > LEAST && bytes > most);
    }

    /** Why no image of a run may be looked at; empty if they may. */
    public Optional<String> refusal(Prepared prepared) {
        if (fits(prepared)) {
            return Optional.empty();
        }
        return Optional.of(
                Texts.text(
                        "app.live.traceTooLarge",
                        Numbers.count(ImageTrace.bytes(prepared) >> 20),
                        Numbers.count(prepared.settings().timesteps()),
                        Numbers.count(most >> 20)));
    }
}
