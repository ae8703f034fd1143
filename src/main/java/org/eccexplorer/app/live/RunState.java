package org.eccexplorer.app.live;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.eccexplorer.app.run.Preparation;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;

/**
 * A run as it stands at one moment; never changed.
 *
 * @param id in the order in which runs were started
 * @param style which says how it looks in charts, 0 to 11; of two runs that are there together the
 *     same only if there are more than 12
 * @param label as the user named it; empty: named by its settings
 * @param settings what it is made with
 * @param prepared once it is converted
 * @param snapshot once the first image is done
 * @param seconds since the simulation began
 * @param distinction what its name says besides, to be another one than those of the runs around it
 * @param step what its conversion is at, while it is converted
 */
public record RunState(
        int id,
        int style,
        String label,
        Settings settings,
        Phase phase,
        ClosedFormCurve closedForm,
        Optional<Prepared> prepared,
        Optional<RunSnapshot> snapshot,
        double seconds,
        String distinction,
        Preparation.Step step) {

    /** How far a run is. */
    public enum Phase {
        /** For those before it. */
        WAITING,
        CONVERTING,
        SIMULATING,
        COMPLETE,
        STOPPED,
        /** Of a saved session whose model or images are not the same any more. */
        STALE
    }

    public RunState {
        Objects.checkIndex(style, RunStyles.COUNT);
    }

    /** A run that is not being calibrated. */
    RunState(
            int id,
            int style,
            String label,
            Settings settings,
            Phase phase,
            ClosedFormCurve closedForm,
            Optional<Prepared> prepared,
            Optional<RunSnapshot> snapshot,
            double seconds,
            String distinction) {
        this(
                id,
                style,
                label,
                settings,
                phase,
                closedForm,
                prepared,
                snapshot,
                seconds,
                distinction,
                new Preparation.Step.Converting());
    }

    /** A run by itself. */
    public RunState(
            int id,
            int style,
            String label,
            Settings settings,
            Phase phase,
            ClosedFormCurve closedForm,
            Optional<Prepared> prepared,
            Optional<RunSnapshot> snapshot,
            double seconds) {
        this(id, style, label, settings, phase, closedForm, prepared, snapshot, seconds, "");
    }

    /** A run that has not begun. */
    static RunState waiting(int id, int style, String label, Settings settings) {
        return new RunState(
                id,
                style,
                label,
                settings,
                Phase.WAITING,
                ClosedFormCurve.none(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    public boolean isActive() {
        return switch (phase) {
            case WAITING, CONVERTING, SIMULATING -> true;
            case COMPLETE, STOPPED, STALE -> false;
        };
    }

    /** Images that were simulated. */
    public int images() {
        return snapshot.map(RunSnapshot::images).orElse(0);
    }

    /** As the user named it, else by its settings; with what tells it from the runs around it. */
    public String name() {
        return ownName() + distinction;
    }

    /** As it is named where there is no other run. */
    String ownName() {
        return label.isEmpty() ? RunName.of(settings) : label;
    }

    /** The converted network, once there is one. */
    public Optional<SpikingNetwork> network() {
        return prepared.map(Prepared::network);
    }

    /** The same run under another name. */
    public RunState named(String other) {
        return copy(id, style, other, phase, distinction);
    }

    /** The same run, which was of this many images when these were all that there were. */
    public RunState ofImages(int count) {
        return with(settings.withImages(settings.images(count)), snapshot);
    }

    /** The same run, told from these by its style. */
    public RunState among(Collection<RunState> present) {
        return copy(id, RunStyles.kept(this, present), label, phase, distinction);
    }

    /** The same run, its name with something that tells it from others. */
    public RunState distinguished(String by) {
        return copy(id, style, label, phase, by);
    }

    /** The same run, ended before its last image. */
    public RunState stopped() {
        return in(Phase.STOPPED);
    }

    /** The same results as a run of its own. */
    RunState copied(int number, int look) {
        return copy(number, look, Texts.text("app.live.copy", name()), phase, "");
    }

    /** The same run while its conversion is at something. */
    RunState at(Preparation.Step now) {
        return new RunState(
                id,
                style,
                label,
                settings,
                phase,
                closedForm,
                prepared,
                snapshot,
                seconds,
                distinction,
                now);
    }

    RunState in(Phase next) {
        return copy(id, style, label, next, distinction);
    }

    private RunState copy(int number, int look, String called, Phase next, String toldBy) {
        return new RunState(
                number,
                look,
                called,
                settings,
                next,
                closedForm,
                prepared,
                snapshot,
                seconds,
                toldBy);
    }

    /** The same run, whose classes are to be read in this way. */
    public RunState withReading(ReadingChoice choice) {
        return choice.equals(settings.reading())
                ? this
                : with(settings.withReading(choice), snapshot);
    }

    /** The same run, its classes read in this way. */
    public RunState read(Reading reading) {
        return with(settings, snapshot.map(done -> done.read(reading)));
    }

    private RunState with(Settings other, Optional<RunSnapshot> read) {
        return new RunState(
                id, style, label, other, phase, closedForm, prepared, read, seconds, distinction);
    }

    /** The same run with the images that were done when it failed. */
    RunState with(RunSnapshot done) {
        return with(settings, Optional.of(done));
    }

    RunState converted(Prepared done, ClosedFormCurve curve) {
        return new RunState(
                id,
                style,
                label,
                settings,
                Phase.SIMULATING,
                curve,
                Optional.of(done),
                snapshot,
                seconds,
                distinction);
    }

    RunState at(RunSnapshot latest, double elapsed) {
        return new RunState(
                id,
                style,
                label,
                settings,
                phase,
                closedForm,
                prepared,
                Optional.of(latest),
                elapsed,
                distinction);
    }
}
