package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.eccexplorer.app.session.CrashedSession;
import org.eccexplorer.app.session.Recovery;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;

/** Keeps what a window shows for the case of a crash, and offers what crashed windows kept. */
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
        SessionFile.State state = window.model().state();
        if (state.runs().stream().anyMatch(run -> run.snapshot().isPresent())) {
            inBackground(() -> recovery.save(state));
        }
    }

    /** Saves nothing any more, and forgets what was saved: the window ends as it should. */
    public void end() {
        recovery.discard();
    }

    /** Saves nothing any more. */
    public void stop() {
        clock.stop();
    }

    /** Offers the sessions of windows that did not end as they should, if there are any. */
    public void offer() {
        Background.run(
                this::left,
                found -> {
                    if (!found.isEmpty()) {
                        show(found);
                    }
                },
                failure -> window.say(String.valueOf(failure.getMessage())));
    }

    /** What can be brought back; what is damaged is kept aside, of newer versions it stays. */
    private List<CrashedSession> left() {
        List<CrashedSession> found = new ArrayList<>();
        for (Path file : recovery.left()) {
            try {
                found.add(CrashedSession.read(file));
            } catch (ProblemException e) {
                if (e.problems().getFirst().kind() == Problem.Kind.CORRUPT) {
                    recovery.setAside(file);
                }
            }
        }
        return found;
    }

    private void show(List<CrashedSession> found) {
        window.sheets()
                .show(
                        "Bring back what crashed?",
                        new CrashedSessions(
                                found,
                                this::bringBack,
                                session -> inBackground(() -> recovery.forget(session.file())),
                                () -> window.sheets().close()));
    }

    private void bringBack(CrashedSession session) {
        window.leave("bringing back " + session.model(), () -> open(session));
    }

    private void open(CrashedSession session) {
        Path file = session.file();
        if (!recovery.claim(file)) {
            window.say("Another window has brought it back already");
            return;
        }
        window.sheets().close();
        sessions.recovered(
                file,
                session.model(),
                () -> {
                    SessionFile.State state = window.model().state();
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
                failure -> window.say("Not saved for recovery: " + failure.getMessage()));
    }
}
