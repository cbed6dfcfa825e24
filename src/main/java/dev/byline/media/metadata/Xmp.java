package dev.byline.media.metadata;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XMP packet, read as the subset of RDF that XMP allows. Document types, entities and excessive
 * depth make it count as empty.
 */
final class Xmp {

    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    static final String CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    static final String EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";
    static final String EXIF = "http://ns.adobe.com/exif/1.0/";

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NODES = 20_000;
    private static final String LANG = "lang";

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final Node root;

    private Xmp(Node root) {
        this.root = root;
    }

    /** An element or an attribute. */
    private static final class Node {
        private final String space;
        private final String name;
        private final List<Node> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Node(String space, String name) {
            this.space = space == null ? "" : space;
            this.name = name;
        }

        boolean is(String space, String name) {
            return this.name.equals(name) && this.space.equals(space);
        }

        Node child(String space, String name) {
            return children.stream().filter(c -> c.is(space, name)).findFirst().orElse(null);
        }

        boolean array() {
            return space.equals(RDF) && List.of("Alt", "Seq", "Bag").contains(name);
        }

        /** What it says: its own text, or the one that RDF wraps. */
        String value() {
            Node value = child(RDF, "value");
            Node resource = child(RDF, "resource");
            return value != null ? value.value() : resource != null ? resource.value() : "" + text;
        }

        /** The items of the array in it, or itself. */
        List<Node> items() {
            Node array = children.stream().filter(Node::array).findFirst().orElse(null);
            return array == null
                    ? List.of(this)
                    : array.children.stream().filter(c -> c.is(RDF, "li")).toList();
        }
    }

    static Xmp of(byte[] packet) {
        Node root = new Node("", "");
        if (packet != null) {
            try {
                parse(packet, root);
            } catch (XMLStreamException | RuntimeException e) {
                return new Xmp(new Node("", ""));
            }
        }
        return new Xmp(root);
    }

    /** A packet is UTF-8 but for the odd one in UTF-16, whose first character gives it away. */
    private static String text(byte[] packet) {
        int first = packet.length < 2 ? '<' : packet[0] & 0xff;
        Charset charset =
                first == 0 || first == 0xfe
                        ? StandardCharsets.UTF_16BE
                        : first == 0xff || packet.length > 1 && packet[1] == 0
                                ? StandardCharsets.UTF_16LE
                                : StandardCharsets.UTF_8;
        String text = new String(packet, charset);
        int start = text.indexOf('<');
        return start > 0 ? text.substring(start) : text;
    }

    private static void parse(byte[] packet, Node root) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text(packet)));
        List<Node> open = new ArrayList<>(List.of(root));
        int nodes = 0;
        while (reader.hasNext()) {
            Node current = open.get(open.size() - 1);
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Node node = new Node(reader.getNamespaceURI(), reader.getLocalName());
                    nodes += 1 + reader.getAttributeCount();
                    if (open.size() > MAX_DEPTH || nodes > MAX_NODES) {
                        throw new XMLStreamException("Too deep or too many");
                    }
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        Node attribute =
                                new Node(
                                        reader.getAttributeNamespace(i),
                                        reader.getAttributeLocalName(i));
                        attribute.text.append(reader.getAttributeValue(i));
                        node.children.add(attribute);
                    }
                    current.children.add(node);
                    open.add(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        current.text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("XMP has neither");
                default -> {}
            }
        }
    }

    /** The property's nodes; a packet may spread its properties over several descriptions. */
    private Stream<Node> all(String space, String name) {
        return descriptions(root)
                .map(description -> description.child(space, name))
                .filter(Objects::nonNull);
    }

    private static Stream<Node> descriptions(Node node) {
        if (node.is(RDF, "RDF")) {
            return node.children.stream().filter(child -> child.is(RDF, "Description"));
        }
        return node.children.stream().flatMap(Xmp::descriptions);
    }

    /** A plain value, or the first of several. */
    String text(String space, String name) {
        return list(space, name).stream().findFirst().orElse(null);
    }

    List<String> list(String space, String name) {
        return all(space, name)
                .flatMap(node -> node.items().stream())
                .map(Node::value)
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** A text in several languages: the default one, else English, else the first. */
    String inDefaultLanguage(String space, String name) {
        List<Node> items = all(space, name).flatMap(node -> node.items().stream()).toList();
        return Stream.of("x-default", "en", "")
                .flatMap(wanted -> items.stream().filter(item -> language(item).startsWith(wanted)))
                .map(Node::value)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String language(Node item) {
        Node language = item.child("http://www.w3.org/XML/1998/namespace", LANG);
        return language == null ? "" : language.value().toLowerCase(Locale.ROOT);
    }

    /** A member of the first structure in the property. */
    String member(String space, String name, String member) {
        return all(space, name)
                .flatMap(node -> node.items().stream())
                .map(
                        item ->
                                item.child(RDF, "Description") == null
                                        ? item
                                        : item.child(RDF, "Description"))
                .map(item -> item.child(space, member))
                .filter(Objects::nonNull)
                .map(node -> node.items().stream().findFirst().map(Node::value).orElse(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
