package org.eccexplorer.ui.command;

/** The menus that commands stand in, in the order of the menu bar. */
public enum CommandMenu {
    FILE,
    EXPORT,
    EDIT,
    RUN,
    VIEW,
    HELP
}
