package org.eccexplorer.cli.format;

import java.io.PrintWriter;
import java.util.OptionalInt;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.work.Cancellation;

/**
 * What a format is written from.
 *
 * @param experiment the model with its images
 * @param prepared the network that it was converted to
 * @param out where to say what was written
 * @param err where to show progress and warnings
 * @param limit how many images were asked for; empty: nothing was said
 */
public record Material(
        Experiment experiment,
        Prepared prepared,
        PrintWriter out,
        PrintWriter err,
        OptionalInt limit,
        Cancellation cancellation) {}
