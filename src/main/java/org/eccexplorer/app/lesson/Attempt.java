package org.eccexplorer.app.lesson;

import java.util.Optional;

/**
 * One answer of a learner.
 *
 * @param lesson its id
 * @param page from 1
 * @param task name of the question or check
 * @param answer what was chosen or set, or how far a drawn line was away
 * @param right whether it was
 * @param hints that had been read by then
 * @param score of a task that has one, once it is solved
 */
public record Attempt(
        String lesson,
        int page,
        String task,
        String answer,
        boolean right,
        int hints,
        Optional<Double> score) {}
