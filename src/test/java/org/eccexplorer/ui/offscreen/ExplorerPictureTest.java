package org.eccexplorer.ui.offscreen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.offscreen.ExplorerPicture.Scenery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures of the window show what they were asked to show. */
class ExplorerPictureTest {
    @BeforeAll
    static void startJavaFx() {
        FxThread.start();
    }

    @Test
    void comparisonIsShownThoughItNeedsRunsFirst() throws Exception {
        int[] main = pixels(Scenery.MAIN);
        int[] comparison = pixels(Scenery.COMPARE);
        long different = 0;
        for (int i = 0; i < main.length; i++) {
            different += main[i] == comparison[i] ? 0 : 1;
        }
        // A page in place of another one changes most of the centre and the right side.
        assertThat(different).isGreaterThan(main.length / 10);
        assertThat(Arrays.stream(comparison).distinct().count()).isGreaterThan(50);
    }

    private static int[] pixels(Scenery scenery) throws Exception {
        BufferedImage picture =
                ExplorerPicture.render(scenery, "digits", null, false, 100, 1000, 700, 3);
        return picture.getRGB(0, 0, 1000, 700, null, 0, 1000);
    }
}
