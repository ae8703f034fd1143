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
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.forward.CnnEvaluator;

/**
 * The accuracy of CNNs on all images of an experiment, however far a run is: once for each network,
 * on a background thread, unless a run that has done all images knows it.
 */
public final class CnnReferences implements AutoCloseable {
    private final LabelledImages images;
    private final Runnable ready;
    private final Cancellation cancellation = new Cancellation();
    private final Set<List<Node>> asked = new HashSet<>();
    private final Map<List<Node>, CnnReference> known = new HashMap<>();
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("cnn-reference").factory());

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
     * The CNN that a run was converted from, on all images; until that is known on those that the
     * run has done, and empty before its first.
     */
    public synchronized Optional<CnnReference> of(RunState run) {
        Optional<CnnReference> soFar = CnnReference.soFar(run);
        if (run.prepared().isEmpty()) {
            return soFar;
        }
        CnnEvaluator cnn = run.prepared().get().cnn();
        List<Node> key = cnn.network().nodes();
        soFar.filter(CnnReference::isWhole).ifPresent(whole -> known.put(key, whole));
        CnnReference whole = known.get(key);
        if (whole == null && run.phase() != RunState.Phase.STALE && asked.add(key)) {
            executor.execute(() -> compute(key, cnn));
        }
        return whole == null ? soFar : Optional.of(whole);
    }

    private void compute(List<Node> key, CnnEvaluator cnn) {
        if (knows(key)) {
            return;
        }
        int right = CnnAccuracy.right(cnn, images, cancellation);
        if (!cancellation.isRequested()) {
            keep(key, new CnnReference(right, images.count(), images.count()));
            ready.run();
        }
    }

    private synchronized boolean knows(List<Node> key) {
        return known.containsKey(key);
    }

    private synchronized void keep(List<Node> key, CnnReference whole) {
        known.put(key, whole);
    }

    @Override
    public void close() {
        cancellation.cancel();
        executor.shutdown();
    }
}
