package org.eccexplorer.app.find.query;

import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.option.Option;

/**
 * A setting that a search may try, at any T.
 *
 * @param conversion how the CNN is converted
 * @param schedule when layers fire
 */
public record Candidate(ConversionOptions conversion, Schedule schedule) {

    /** What has a winner of its own: neurons of a class, and when their layers fire. */
    public record Machine(Neurons neurons, Schedule schedule) {}

    /** A conversion whose layers wait for nothing. */
    public static Candidate free(ConversionOptions conversion) {
        return new Candidate(conversion, Schedule.FREE);
    }

    /** The same, converted in another way. */
    public Candidate with(ConversionOptions other) {
        return new Candidate(other, schedule);
    }

    /** The same by another schedule. */
    public Candidate with(Schedule other) {
        return new Candidate(conversion, other);
    }

    /** The same with the value of an option that another has. */
    public <T> Candidate taking(Option<T> option, Candidate other) {
        return option.equals(Schedule.OPTION)
                ? with(other.schedule)
                : with(conversion.with(option, other.conversion.get(option)));
    }

    /** The same without what makes no difference. */
    public Candidate effective() {
        return with(conversion.effective());
    }

    /** The class of its neurons. */
    public Neurons neurons() {
        return conversion.neurons();
    }

    public Machine machine() {
        return new Machine(neurons(), schedule);
    }

    /** Whether each layer waits for all timesteps of its input. */
    public boolean waits() {
        return schedule == Schedule.SYNCHRONOUS;
    }

    /** Whether it can be run: neurons that lose charge cannot wait. */
    public boolean isPossible() {
        return !waits() || conversion.dynamics().conservesCharge();
    }

    /** These settings of a run, with what is tried. */
    public Settings of(Settings settings) {
        return settings.with(conversion).with(schedule);
    }
}
