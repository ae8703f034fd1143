package org.eccexplorer.ui.offscreen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Looks at the thread of a window every few milliseconds, and keeps what it was doing in the frame
 * of most work.
 */
final class SlowestFrame implements AutoCloseable {
    private static final String OURS = "org.eccexplorer.";
    private static final long EVERY = 10;
    private static final int SHOWN = 5;

    private final Thread window;
    private final Thread watch;
    private List<StackTraceElement[]> now = new ArrayList<>();
    private List<StackTraceElement[]> slowest = List.of();
    private long most;

    /** Looks at a thread until it is closed. */
    SlowestFrame(Thread window) {
        this.window = window;
        watch = Thread.ofPlatform().daemon().name("frames").start(this::look);
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                StackTraceElement[] stack = window.getStackTrace();
                synchronized (this) {
                    now.add(stack);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A frame ended.
     *
     * @param work nanoseconds that the thread worked for it
     */
    synchronized void ended(long work) {
        if (work > most) {
            most = work;
            slowest = now;
        }
        now = new ArrayList<>();
    }

    /** Forgets what was until now. */
    synchronized void restart() {
        most = 0;
        slowest = List.of();
        now = new ArrayList<>();
    }

    /** How much work it was and where it was met, the place met most often first. */
    synchronized String text() {
        Map<String, Integer> places = new TreeMap<>();
        slowest.forEach(stack -> places.merge(place(stack), 1, Integer::sum));
        StringBuilder text =
                new StringBuilder(
                        Texts.text("ui.offscreen.slowestFrame", Numbers.fixed(most * 1e-6, 0)));
        places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(place ->
                        text.append(
                                "\n  " + Numbers.count(place.getValue()) + " × " + place.getKey()));
        return text.toString();
    }

    /** The method that runs and the first of ours that led to it. */
    private static String place(StackTraceElement[] stack) {
        String here = stack.length == 0 ? "–" : plain(stack[0]);
        return Arrays.stream(stack)
                .map(SlowestFrame::plain)
                .filter(method -> method.startsWith(OURS))
                .findFirst()
                .filter(own -> !own.equals(here))
                .map(own -> here + " ← " + own)
                .orElse(here);
    }

    private static String plain(StackTraceElement element) {
        return element.getClassName()
                + "."
                + element.getMethodName()
                + ":"
                + element.getLineNumber();
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
