package org.eccexplorer.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where nobody is there to answer: pictures and benchmarks. */
public final class SilentDialogs implements Dialogs {
    private final Keeping keeping;

    /** Nothing that is asked is done. */
    public SilentDialogs() {
        this(Keeping.CANCEL);
    }

    /**
     * Nothing that is asked is done, but this.
     *
     * @param keeping what becomes of unsaved runs
     */
    public SilentDialogs(Keeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        return Optional.empty();
    }

    @Override
    public List<Path> chooseFiles(String title, String kind, List<String> patterns) {
        return List.of();
    }

    @Override
    public Optional<Path> saveFile(String title, String name, List<String> patterns) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<String> ask(String title, String question, String start) {
        return Optional.empty();
    }

    @Override
    public boolean confirm(String question) {
        return false;
    }

    @Override
    public void tell(String title, String text, String action, Runnable taken) {
        // nobody is there to be told
    }

    @Override
    public Keeping keep(String question) {
        return keeping;
    }
}
