package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** What lies on the class path of everybody. */
class DependenciesTest {
    private static final Path POM = Path.of(System.getProperty("ecc.home", "."), "pom.xml");

    private static List<String> texts(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (InputStream in = Files.newInputStream(POM)) {
            NodeList found =
                    (NodeList)
                            XPathFactory.newInstance()
                                    .newXPath()
                                    .evaluate(
                                            path,
                                            factory.newDocumentBuilder().parse(in),
                                            XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                texts.add(found.item(i).getTextContent().strip());
            }
            return texts;
        }
    }

    /** ND4J brings old libraries; it is compiled against, and runs only where it was fetched. */
    @Test
    void nothingOfNd4jRunsUnlessItIsFetched() throws Exception {
        assertThat(texts("/project/dependencies/dependency[groupId='org.nd4j']/scope"))
                .containsExactly("provided");
        assertThat(
                        texts(
                                "//execution[goals/goal='copy-dependencies']/configuration"
                                        + "/includeScope"))
                .isNotEmpty()
                .containsOnly("runtime");
    }
}
