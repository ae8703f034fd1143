package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.util.Duration;
import org.eccexplorer.app.session.CrashedSession;
import org.eccexplorer.app.session.Recovery;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Background;

/** Saves what a window shows in case it crashes, and offers what crashed windows saved. */
public final class CrashRecovery {
    private static final Duration INTERVAL = Duration.seconds(60);

    private final Host window;
    private final SessionOpener sessions;
    private final Recovery recovery;
    private final Timeline clock = new Timeline();

    public CrashRecovery(Host window, SessionOpener sessions, Recovery recovery) {
        this.window = window;
        this.sessions = sessions;
        this.recovery = recovery;
        clock.getKeyFrames().add(new KeyFrame(INTERVAL, event -> save()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    /** Saves the session, if it has anything to lose. */
    public void save() {
        SessionState state = window.model().state();
        if (state.runs().stream().anyMatch(run -> run.snapshot().isPresent())) {
            inBackground(() -> recovery.save(state));
        }
    }

    /** Deletes what was saved: the window closes in good order. */
    public void end() {
        recovery.discard();
    }

    /** Saves nothing from now on. */
    public void stop() {
        clock.stop();
    }

    /** Offers the sessions of windows that closed unexpectedly, if there are any. */
    public void offer() {
        Background.run(
                recovery::restorable,
                found -> {
                    if (!found.isEmpty()) {
                        show(found);
                    }
                },
                failure -> window.say(String.valueOf(String.valueOf(failure.getMessage()))));
    }

    /** Shows them, after the sheet that is there: it may ask how a named file is to be read. */
    private void show(List<CrashedSession> found) {
        BooleanProperty other = window.sheets().visibleProperty();
        if (!other.get()) {
            showNow(found);
            return;
        }
        other.addListener(
                new InvalidationListener() {
                    @Override
                    public void invalidated(Observable sheets) {
                        if (!other.get()) {
                            other.removeListener(this);
                            Platform.runLater(() -> show(found));
                        }
                    }
                });
    }

    private void showNow(List<CrashedSession> found) {
        window.sheets()
                .show(
                        Texts.text("ui.files.restoreAfterACrash"),
                        new CrashedSessions(
                                found,
                                this::restore,
                                session -> inBackground(() -> recovery.forget(session.file())),
                                () -> window.sheets().close()));
    }

    private void restore(CrashedSession session) {
        window.leave(Texts.text("ui.files.restoring", session.model()), () -> open(session));
    }

    private void open(CrashedSession session) {
        Path file = session.file();
        if (!recovery.claim(file)) {
            window.say(Texts.text("ui.files.restoredElsewhere"));
            return;
        }
        window.sheets().close();
        sessions.recovered(
                file,
                session.model(),
                () -> {
                    SessionState state = window.model().state();
                    inBackground(() -> {
                        recovery.save(state);
                        recovery.forget(file);
                    });
                });
    }

    private interface Work {
        void run() throws ProblemException;
    }

    private void inBackground(Work work) {
        Background.save(
                () -> {
                    work.run();
                    return work;
                },
                done -> {},
                failure ->
                        window.say(
                                Texts.text(
                                        "ui.files.notAutosaved",
                                        String.valueOf(failure.getMessage()))));
    }
}
