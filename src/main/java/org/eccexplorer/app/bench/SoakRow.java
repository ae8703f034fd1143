package org.eccexplorer.app.bench;

/**
 * What a window that is used for long takes, at one moment at which it shows the same as at the
 * others.
 *
 * @param minutes since the start
 * @param actions of its user since the start
 * @param heap bytes in use after a collection
 * @param threads of the process
 * @param handles open files of the process, −1 where the system does not tell
 * @param nodes of the scene
 * @param longestFrame milliseconds between two frames since the row before, the longest
 * @param mostWork milliseconds that the window's thread worked between two frames, the most: the
 *     rest of a long frame it waited for the processor, or for others
 */
public record SoakRow(
        double minutes,
        int actions,
        long heap,
        int threads,
        long handles,
        int nodes,
        double longestFrame,
        double mostWork) {}
