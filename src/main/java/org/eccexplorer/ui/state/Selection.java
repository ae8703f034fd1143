package org.eccexplorer.ui.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.TraceRoom;
import org.eccexplorer.app.live.Traces;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.sim.SpikeRecord;

/** The layer, the neuron and the image that everything shows. Belongs to the FX thread. */
public final class Selection implements AutoCloseable {
    private static final int MAX_FOLLOWED = 4;

    private LabelledImages images;
    private final IntegerProperty layer = new SimpleIntegerProperty(0);
    private final IntegerProperty neuron = new SimpleIntegerProperty(-1);
    private final ObjectProperty<ViewedImage> image;
    private final AtomicBoolean traced = new AtomicBoolean();
    private final Traces traces = new Traces(() -> traced.set(true), TraceRoom.ofHeap());
    private final Map<SpikeRecord, Map<Integer, NeuronTrace>> followed = new HashMap<>();

    /** The first layer and the first image. */
    Selection(LabelledImages images) {
        this.images = images;
        image = new SimpleObjectProperty<>(ViewedImage.of(images, 0));
        layer.addListener(o -> neuron.set(-1));
        image.addListener(o -> neuron.set(-1));
    }

    /** There are more images from now on. */
    void take(LabelledImages more) {
        images = more;
    }

    /** Index of the spiking layer. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** Index in the selected layer; −1: the neuron with the largest activation. */
    public IntegerProperty neuronProperty() {
        return neuron;
    }

    /** The image, of the data set or the user's own. */
    public ObjectProperty<ViewedImage> imageProperty() {
        return image;
    }

    /** Selects an image of the data set; a number beyond either end counts from the other. */
    public void selectImage(int index) {
        image.set(ViewedImage.of(images, Math.floorMod(index, images.count())));
    }

    /** Selects the image this many places on in the data set. */
    public void moveImage(int by) {
        selectImage(image.get().index() + by);
    }

    /** Selects the next of these images, the first behind the last; none if there are none. */
    public void selectNext(List<Integer> wanted) {
        int from = image.get().index();
        wanted.stream()
                .filter(index -> index > from)
                .findFirst()
                .or(() -> wanted.stream().findFirst())
                .ifPresent(this::selectImage);
    }

    /** The image's way through a run, if it is known already; if not, it soon will be. */
    public Optional<ImageTrace> trace(RunState run) {
        return traces.get(run, image.get());
    }

    /** One neuron through a run, computed once while it is selected. */
    public NeuronTrace follow(ImageTrace trace, int layerIndex, int neuronIndex) {
        Map<Integer, NeuronTrace> known =
                followed.computeIfAbsent(trace.spikes(), t -> new HashMap<>());
        if (followed.size() > MAX_FOLLOWED || known.size() > MAX_FOLLOWED) {
            followed.clear();
        }
        return known.computeIfAbsent(
                neuronIndex * trace.network().layers().size() + layerIndex,
                key -> trace.neuron(layerIndex, neuronIndex));
    }

    /** Whether a trace has become known since the last call. */
    boolean pulse() {
        return traced.getAndSet(false);
    }

    @Override
    public void close() {
        traces.close();
    }
}
