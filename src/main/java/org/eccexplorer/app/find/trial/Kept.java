package org.eccexplorer.app.find.trial;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Things that take a while to make, those used last, as far as memory is set apart for them. */
final class Kept<K, V> {
    private static final int ROOM = 16;
    private static final float LOAD = 0.75f;

    private final long most;
    private final Map<K, Thing<V>> things = new LinkedHashMap<>(ROOM, LOAD, true);
    private long held;

    private record Thing<V>(V value, long bytes) {}

    /** With at most so many bytes. */
    Kept(long most) {
        this.most = most;
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(things.get(key)).map(Thing::value);
    }

    /** Keeps one in the place of those that were not used for longest, if it fits at all. */
    synchronized void put(K key, V value, long bytes) {
        Thing<V> before = things.remove(key);
        held -= before == null ? 0 : before.bytes();
        if (bytes > most) {
            return;
        }
        Iterator<Thing<V>> oldest = things.values().iterator();
        while (held + bytes > most) {
            held -= oldest.next().bytes();
            oldest.remove();
        }
        things.put(key, new Thing<>(value, bytes));
        held += bytes;
    }
}
