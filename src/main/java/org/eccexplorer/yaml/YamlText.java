package org.eccexplorer.yaml;

import java.util.Optional;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A text in YAML, taken apart into what stands under which name. */
public final class YamlText {
    private YamlText() {}

    /**
     * Takes one apart.
     *
     * @param offset lines of the file before the text
     * @throws ProblemException if it is empty, or no YAML
     */
    public static YamlNode read(String text, int offset, LineFaults faults)
            throws ProblemException {
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent()) {
                YamlNode all = new YamlNode(node.get(), faults, offset, offset);
                faults.end();
                return all;
            }
            faults.add(1, Texts.text("yaml.empty"), Texts.text("yaml.notThere"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1 + offset).orElse(1);
            faults.add(line, Texts.text("yaml.notYaml"), String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            faults.add(1, Texts.text("yaml.notYaml"), Reason.of(e));
        }
        faults.end();
        throw new IllegalStateException("a text that is neither there nor refused");
    }
}
