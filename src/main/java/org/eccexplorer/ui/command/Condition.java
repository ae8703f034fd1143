package org.eccexplorer.ui.command;

import javafx.beans.value.ObservableBooleanValue;

/**
 * When a command can be done.
 *
 * @param holds true while it can be done
 * @param otherwise why it cannot be done while this does not hold, as a short phrase
 */
public record Condition(ObservableBooleanValue holds, String otherwise) {}
