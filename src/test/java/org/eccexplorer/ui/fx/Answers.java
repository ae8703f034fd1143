package org.eccexplorer.ui.fx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.ui.dialog.Dialogs;

/** Answers what the window asks, as prepared. */
public final class Answers implements Dialogs {
    public final List<Path> files = new ArrayList<>();

    /** Chosen at once, the next time that several can be. */
    public final List<Path> together = new ArrayList<>();

    /** What files were asked for. */
    public final List<String> titles = new ArrayList<>();

    /** Folders that files are probably in. */
    public final List<Path> looked = new ArrayList<>();

    public String line = "";
    public boolean confirmed;
    public Keeping keeping = Keeping.DISCARD;
    public int questions;
    public final List<String> told = new ArrayList<>();
    public Runnable toldAction = () -> {};

    private Optional<Path> next() {
        return files.isEmpty() ? Optional.empty() : Optional.of(files.removeFirst());
    }

    @Override
    public void lookIn(Path folder) {
        looked.add(folder);
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        titles.add(title);
        return next();
    }

    @Override
    public List<Path> chooseFiles(String title, String kind, List<String> patterns) {
        List<Path> chosen = List.copyOf(together);
        together.clear();
        return chosen.isEmpty() ? next().stream().toList() : chosen;
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
    public Optional<String> ask(String title, String question, String start) {
        titles.add(title);
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    @Override
    public boolean confirm(String question) {
        questions++;
        return confirmed;
    }

    @Override
    public void tell(String title, String text, String action, Runnable taken) {
        told.add(title + ": " + text);
        toldAction = taken;
    }

    @Override
    public Keeping keep(String question) {
        questions++;
        return keeping;
    }
}
