package org.eccexplorer.ui.state;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.figures.chart.Confusion;

/**
 * Which page is shown, or which two runs are compared, a setting is searched for or a sweep is
 * shown in its place. Belongs to the FX thread.
 */
public final class CurrentPage {
    private final ObjectProperty<PageId> id = new SimpleObjectProperty<>(PageId.LIVE);
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final BooleanProperty finding = new SimpleBooleanProperty();
    private final BooleanProperty sweeping = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Confusion>> confusion =
            new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty firstCompared = new SimpleIntegerProperty(-1);
    private final IntegerProperty secondCompared = new SimpleIntegerProperty(-1);

    public CurrentPage() {
        List<BooleanProperty> all = List.of(comparing, finding, sweeping);
        for (BooleanProperty one : all) {
            one.addListener((property, before, on) -> {
                if (on) {
                    all.stream()
                            .filter(other -> !other.equals(one))
                            .forEach(other -> other.set(false));
                }
            });
        }
    }

    /** The page in the centre. */
    public ObjectProperty<PageId> idProperty() {
        return id;
    }

    /** Turns to a page. */
    public void show(PageId page) {
        explore();
        id.set(page);
    }

    /** Leads back to the page in the centre. */
    public void explore() {
        comparing.set(false);
        finding.set(false);
        sweeping.set(false);
    }

    /** Whether two runs are compared in place of the explorer. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    /** Whether a setting is searched for in place of the explorer. */
    public BooleanProperty findingProperty() {
        return finding;
    }

    /** Whether a sweep is shown in place of the explorer. */
    public BooleanProperty sweepingProperty() {
        return sweeping;
    }

    /** Id of the run that is compared as A, −1 until one was. */
    public IntegerProperty firstComparedProperty() {
        return firstCompared;
    }

    /** Id of the run that is compared as B, −1 until one was. */
    public IntegerProperty secondComparedProperty() {
        return secondCompared;
    }

    /** The cell of the confusion matrix whose images are shown, if not all images are. */
    public ObjectProperty<Optional<Confusion>> confusionProperty() {
        return confusion;
    }
}
