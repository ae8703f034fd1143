package org.eccexplorer.torch;

import java.util.List;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;

/** How one kind of operation is read. */
interface ExportedReader {

    /**
     * Adds what an operation does to the network.
     *
     * @return a value for each of its results, in their order; none if it makes a size
     */
    List<Value> read(ExportedCall call) throws Unreadable;

    /** How an operation with one result is read. */
    interface Single {
        Value read(ExportedCall call) throws Unreadable;
    }

    static ExportedReader one(Single reader) {
        return call -> List.of(reader.read(call));
    }
}
