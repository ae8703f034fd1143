package org.eccexplorer.app.session;

import java.util.List;
import java.util.Objects;
import org.eccexplorer.app.open.ViewedImage;
import org.jspecify.annotations.Nullable;

/**
 * What was shown when a session was saved, so that it opens to the same picture.
 *
 * @param page the page in the centre of the window
 * @param comparing whether two runs are compared in its place
 * @param compared ids of the two runs that were compared last, −1 for none yet
 * @param layer index of the selected spiking layer
 * @param neuron index in the layer, −1 if none was chosen
 * @param sample index of the image, {@link ViewedImage#OWN} for one of the user's own
 * @param own pixels of the user's own image, null for one of the data set
 * @param timestep that everything shows
 * @param focus id of the run whose layers are shown, −1 if there is none
 * @param undrawn ids of the runs that the charts leave out
 */
public record ViewState(
        PageId page,
        boolean comparing,
        List<Integer> compared,
        int layer,
        int neuron,
        int sample,
        float @Nullable [] own,
        int timestep,
        int focus,
        List<Integer> undrawn) {

    public ViewState {
        page = Objects.requireNonNullElse(page, PageId.LIVE);
        undrawn = List.copyOf(Objects.requireNonNull(undrawn, "undrawn"));
        // Sessions of earlier versions do not say which.
        List<Integer> known = Objects.requireNonNullElse(compared, List.of());
        compared = known.size() == 2 ? List.copyOf(known) : List.of(-1, -1);
    }

    /** The live charts of the newest run at its end, with the first image and layer. */
    public static ViewState first() {
        return new ViewState(
                PageId.LIVE,
                false,
                List.of(-1, -1),
                0,
                -1,
                0,
                null,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                List.of());
    }
}
