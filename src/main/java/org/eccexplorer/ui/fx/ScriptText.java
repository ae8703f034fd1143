package org.eccexplorer.ui.fx;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.eccexplorer.text.Script;

/** Text that is read whole, in which the index of a symbol stands lower. */
public final class ScriptText {
    private ScriptText() {}

    /** Words that take as many lines as they need; a label where no symbol has an index. */
    public static Region wrapped(String words, String style) {
        List<Script> parts = Script.of(words);
        if (parts.stream().noneMatch(Script::lowered)) {
            return WrappedText.wrapped(words, style);
        }
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll("script-text", style);
        flow.setMinHeight(Region.USE_PREF_SIZE);
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(words);
        for (Script part : parts) {
            Text text = new Text(part.text());
            text.getStyleClass().add(part.lowered() ? "index" : "words");
            flow.getChildren().add(text);
        }
        return flow;
    }
}
