package org.eccexplorer.ui.explorer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.ui.fx.Dialogs;

/** Answers what the window asks, as prepared. */
final class Answers implements Dialogs {
    final List<Path> files = new ArrayList<>();
    String line = "";
    boolean confirmed;
    Keeping keeping = Keeping.DISCARD;
    int questions;

    private Optional<Path> next() {
        return files.isEmpty() ? Optional.empty() : Optional.of(files.removeFirst());
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        return next();
    }

    @Override
    public Optional<Path> saveFile(String title, String name, List<String> patterns) {
        return next();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return next();
    }

    @Override
    public Optional<String> ask(String question, String start) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    @Override
    public boolean confirm(String question) {
        questions++;
        return confirmed;
    }

    @Override
    public Keeping keep(String question) {
        questions++;
        return keeping;
    }
}
