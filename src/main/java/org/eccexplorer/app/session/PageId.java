package org.eccexplorer.app.session;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page in the centre of the window; kept in session files by its name. */
public enum PageId {
    /** Always shown. Sessions of later versions may name pages that this one does not have. */
    @JsonEnumDefaultValue
    LIVE(null),
    ERROR(WindowPart.ERROR),
    COST(WindowPart.COST),
    ANSWERS(WindowPart.ANSWERS),
    LAYER(WindowPart.LAYER),
    IMAGE(WindowPart.IMAGE),
    NEURON(WindowPart.NEURON),
    SAMPLES(WindowPart.SAMPLES),
    DATA(WindowPart.DATA),
    RUNS(WindowPart.RUNS),
    PAPER(WindowPart.PAPER);

    private final @Nullable WindowPart part;

    PageId(@Nullable WindowPart part) {
        this.part = part;
    }

    /** The part of the window that hides this page with it; empty if it is always shown. */
    public Optional<WindowPart> part() {
        return Optional.ofNullable(part);
    }

    /** Whether it shows how far runs are. */
    public boolean showsRuns() {
        return switch (this) {
            case LIVE, ERROR, COST, ANSWERS, LAYER, RUNS -> true;
            case IMAGE, NEURON, SAMPLES, DATA, PAPER -> false;
        };
    }
}
