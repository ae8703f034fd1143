package org.eccexplorer.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.eccexplorer.ui.state.Viewed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final List<Slow> made = new ArrayList<>();
    private ExplorerViewModel model;
    private Pages pages;
    private Stage stage;

    /** A page that takes so long to make that nothing else is done in the same pulse. */
    private static final class Slow extends Page {
        private int refreshed;

        Slow() {
            LockSupport.parkNanos(20_000_000);
        }

        @Override
        public void refresh(Viewed viewed) {
            refreshed++;
        }

        boolean isInSight() {
            return isVisible() && getParent() != null && getParent().isVisible();
        }
    }

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        model = SampleModel.of(4, 4);
        fx(() -> model.runs().start());
        until(() -> {
            model.pulse();
            return model.viewed().isPresent() && !model.runs().isRunning();
        });
        fx(() -> {
            pages = new Pages();
            pages.add(PageId.LIVE, this::page);
            pages.add(PageId.COST, this::page);
            stage = new Stage();
            stage.setScene(new Scene(pages, 400, 300));
            stage.show();
        });
    }

    private Slow page() {
        made.add(new Slow());
        return made.getLast();
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> stage.close());
        model.close();
    }

    private boolean refresh(boolean spread) {
        boolean more = pages.refresh(model.viewed().orElseThrow(), spread);
        pages.applyCss();
        pages.layout();
        return more;
    }

    @Test
    void aPageIsMadeWhenItIsTurnedToAndTheOneBeforeStaysInSightUntilThen() throws Exception {
        until(() -> !refresh(true));
        fx(() -> {
            Slow live = made.getFirst();
            assertThat(live.isInSight()).isTrue();
            pages.turn(PageId.COST);
            assertThat(made).containsExactly(live);
            int pulses = 0;
            while (refresh(true)) {
                pulses++;
                assertThat(live.isInSight()).isTrue();
                assertThat(made).allMatch(page -> page == live || !page.isInSight());
            }
            assertThat(pulses).isPositive();
            Slow cost = made.getLast();
            assertThat(cost.isInSight()).isTrue();
            assertThat(cost.refreshed).isEqualTo(1);
            assertThat(live.isInSight()).isFalse();
            pages.turn(PageId.LIVE);
            assertThat(refresh(true)).as("it is there already").isFalse();
            assertThat(live.isInSight()).isTrue();
            assertThat(cost.isInSight()).isFalse();
            assertThat(made).hasSize(2);
        });
    }

    @Test
    void whereNobodyLooksOnAPageIsThereAtOnce() throws Exception {
        fx(() -> {
            pages.turn(PageId.COST);
            assertThat(refresh(false)).isFalse();
            assertThat(made.getFirst().isInSight()).isTrue();
        });
    }

    @Test
    void turningBackWhileAPageIsMadeLeavesTheOneBefore() throws Exception {
        until(() -> !refresh(true));
        fx(() -> {
            Slow live = made.getFirst();
            pages.turn(PageId.COST);
            assertThat(refresh(true)).isTrue();
            pages.turn(PageId.LIVE);
            assertThat(refresh(true)).isFalse();
            assertThat(live.isInSight()).isTrue();
            pages.turn(PageId.COST);
            assertThat(refresh(false)).isFalse();
            assertThat(made.getLast().isInSight()).isTrue();
            assertThat(live.isInSight()).isFalse();
        });
    }
}
