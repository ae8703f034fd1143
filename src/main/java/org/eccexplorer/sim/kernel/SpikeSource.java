package org.eccexplorer.sim.kernel;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.tensor.Shape;

/** The spikes of a source during a block, with an event list for each way it is read. */
public final class SpikeSource {
    public final SpikeBlock spikes;
    private final List<EventList> lists = new ArrayList<>();

    /**
     * Without any spikes, for blocks of at most this many steps.
     *
     * @param shape of the layer, or of the input
     * @param firing which spikes it sends
     * @param readers what reads the source
     */
    public SpikeSource(Shape shape, Firing firing, List<Synapses> readers, int steps) {
        spikes = new SpikeBlock(shape, firing, steps);
        for (Synapses reader : readers) {
            CellTable table = reader.table();
            if (lists.stream().noneMatch(list -> list.serves(table))) {
                boolean listed =
                        readers.stream()
                                .filter(other -> other.table().hasCellsOf(table))
                                .anyMatch(Synapses::readsLists);
                lists.add(new EventList(table, firing, steps, listed));
            }
        }
    }

    /** The lists for one of the readers that it was made for. */
    public EventList of(CellTable reader) {
        for (EventList list : lists) {
            if (list.serves(reader)) {
                return list;
            }
        }
        throw new IllegalArgumentException("nothing reads this source like this");
    }

    /** To be called when the spikes of a block are complete. */
    public void listEvents(int steps, SpikeRoom room) {
        for (EventList list : lists) {
            list.read(spikes, steps, room);
        }
    }

    /** To be called when nobody reads the lists of a block any more. */
    public void release(SpikeRoom room) {
        for (EventList list : lists) {
            list.release(room);
        }
    }
}
