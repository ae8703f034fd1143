package org.eccexplorer.script;

import java.util.LinkedHashMap;
import java.util.Map;

/** The simulators that scripts are written for. */
public enum ScriptKind {
    /** PyTorch alone. */
    PYTORCH("pytorch"),
    /** SpikingJelly's integrate-and-fire neurons, the rest in PyTorch. */
    SPIKINGJELLY("spikingjelly"),
    /** Brian 2. */
    BRIAN2("brian2"),
    /** NEST. */
    NEST("nest");

    /** What is run. */
    public static final String SCRIPT = "run.py";

    private final String word;

    ScriptKind(String word) {
        this.word = word;
    }

    /** The word for it behind {@code --format}. */
    public String word() {
        return word;
    }

    /** The files of a script, each with the resource it comes from. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        if (this == SPIKINGJELLY) {
            files.put("plain.py", PYTORCH.resource());
        }
        files.put(SCRIPT, resource());
        return files;
    }

    private String resource() {
        return word + ".py";
    }
}
