package org.eccexplorer.app.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.CnnAccuracy;
import org.eccexplorer.app.work.BehindWindow;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.OtherActivations;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.forward.CnnEvaluator;

/**
 * The accuracy of CNNs on all images of an experiment, however far a run is: once for each network,
 * on a background thread, unless a run that has done all images knows it.
 */
public final class CnnReferences implements AutoCloseable {
    private LabelledImages images;
    private final Runnable ready;
    private final Cancellation cancellation = new Cancellation();
    private final Set<Key> asked = new HashSet<>();
    private final Map<Key, CnnReference> known = new HashMap<>();

    /** The last of each kind that a run was held against: while another one is converted. */
    private final Map<Kind, CnnReference> lately = new HashMap<>();

    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(BehindWindow.threads("cnn-reference"));

    /** A CNN and the first images that it is asked. */
    private record Key(List<Node> nodes, int images) {}

    /** What of the settings decides how a CNN is rewritten, and how many images there are. */
    private record Kind(MaximumPooling maximumPooling, OtherActivations activations, int images) {}

    /**
     * Ready to be asked.
     *
     * @param ready called on the background thread when another one is known
     */
    public CnnReferences(Experiment experiment, Runnable ready) {
        images = experiment.test();
        this.ready = ready;
    }

    /**
     * The CNN that a run was converted from, on all its images; until that is known on those that
     * the run has done. Before it is converted it is the CNN of the runs before; empty if there is
     * none.
     */
    public synchronized Optional<CnnReference> of(RunState run) {
        Optional<CnnReference> soFar = CnnReference.soFar(run);
        int count = run.settings().images(images.count());
        ConversionOptions options = run.settings().conversion();
        Kind kind = new Kind(options.maximumPooling(), options.otherActivations(), count);
        if (run.prepared().isEmpty()) {
            return soFar.or(() -> Optional.ofNullable(lately.get(kind)));
        }
        CnnEvaluator cnn = run.prepared().get().cnn();
        Key key = new Key(cnn.network().nodes(), count);
        soFar.filter(CnnReference::isWhole).ifPresent(whole -> known.put(key, whole));
        CnnReference whole = known.get(key);
        if (whole == null && run.phase() != RunState.Phase.STALE && asked.add(key)) {
            LabelledImages some = images.limit(count);
            executor.execute(() -> compute(key, cnn, some));
        }
        if (whole != null && run.phase() != RunState.Phase.STALE) {
            lately.put(kind, whole);
        }
        return whole == null ? soFar : Optional.of(whole);
    }

    /** There are more images from now on. */
    public synchronized void take(LabelledImages more) {
        images = more;
    }

    private void compute(Key key, CnnEvaluator cnn, LabelledImages some) {
        if (knows(key)) {
            return;
        }
        int right = CnnAccuracy.right(cnn, some, cancellation);
        if (!cancellation.isRequested()) {
            keep(key, new CnnReference(right, some.count(), some.count()));
            ready.run();
        }
    }

    private synchronized boolean knows(Key key) {
        return known.containsKey(key);
    }

    private synchronized void keep(Key key, CnnReference whole) {
        known.put(key, whole);
    }

    @Override
    public void close() {
        cancellation.cancel();
        executor.shutdown();
    }
}
