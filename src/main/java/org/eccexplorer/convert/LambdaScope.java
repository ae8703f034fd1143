package org.eccexplorer.convert;

/** What one λ is shared by. */
public enum LambdaScope {
    LAYER,
    CHANNEL
}
