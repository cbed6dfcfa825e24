package dev.byline.media.metadata;

import dev.byline.media.metadata.Attribution.Creator;
import dev.byline.media.metadata.Attribution.Licence;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes credits as an XMP packet: the same credits always make the same bytes. */
final class XmpWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String META = "adobe:ns:meta/";
    private static final String CREDIT_BESIDE_PICTURE = "http://ns.useplus.org/ldf/vocab/CR-CAI";

    private final XMLStreamWriter out;
    private final int longest;

    private XmpWriter(XMLStreamWriter out, int longest) {
        this.out = out;
        this.longest = longest;
    }

    /** {@code longest} cuts each text, for formats with little room. */
    static byte[] packet(Credits credits, int longest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new XmpWriter(out, longest).write(credits);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return bytes.toByteArray();
    }

    private void write(Credits credits) throws XMLStreamException {
        out.writeProcessingInstruction(
                "xpacket", "begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
        out.writeStartElement("x", "xmpmeta", META);
        out.writeNamespace("x", META);
        out.writeStartElement("rdf", "RDF", Xmp.RDF);
        out.writeNamespace("rdf", Xmp.RDF);
        out.writeStartElement("rdf", "Description", Xmp.RDF);
        out.writeAttribute("rdf", Xmp.RDF, "about", "");
        out.writeNamespace("dc", Xmp.DC);
        out.writeNamespace("photoshop", Xmp.PHOTOSHOP);
        out.writeNamespace("xmpRights", Xmp.RIGHTS);
        out.writeNamespace("Iptc4xmpCore", Xmp.CORE);
        out.writeNamespace("Iptc4xmpExt", Xmp.EXT);
        out.writeNamespace("plus", Xmp.PLUS);
        attribution(credits.attribution());
        text("photoshop", Xmp.PHOTOSHOP, "Headline", credits.headline());
        alternative("dc", Xmp.DC, "description", credits.caption());
        alternative("Iptc4xmpCore", Xmp.CORE, "AltTextAccessibility", credits.alt());
        for (int i = 0; i < 3; i++) {
            out.writeEndElement();
        }
        out.writeProcessingInstruction("xpacket", "end=\"r\"");
    }

    private void attribution(Attribution attribution) throws XMLStreamException {
        List<Creator> creators = attribution.creators();
        if (!creators.isEmpty()) {
            open("dc", Xmp.DC, "creator", "Seq");
            for (Creator creator : creators) {
                out.writeStartElement("rdf", "li", Xmp.RDF);
                out.writeCharacters(clean(creator.name()));
                out.writeEndElement();
            }
            close();
            text("photoshop", Xmp.PHOTOSHOP, "AuthorsPosition", creators.get(0).role());
        }
        text("photoshop", Xmp.PHOTOSHOP, "Credit", CreditLine.of(attribution));
        text("photoshop", Xmp.PHOTOSHOP, "Source", attribution.source());
        alternative("dc", Xmp.DC, "rights", attribution.copyrightNotice());
        if (attribution.copyrightNotice() != null) {
            text("xmpRights", Xmp.RIGHTS, "Marked", "True");
        }
        structure("CopyrightOwner", "CopyrightOwnerName", attribution.copyrightHolder());
        Licence licence = attribution.licence();
        String terms = attribution.usageTerms();
        alternative(
                "xmpRights",
                Xmp.RIGHTS,
                "UsageTerms",
                terms == null && licence != null ? licence.name() : terms);
        if (licence != null) {
            text("xmpRights", Xmp.RIGHTS, "WebStatement", licence.url());
            structure("Licensor", "LicensorURL", licence.acquireUrl());
        }
        if (Boolean.TRUE.equals(attribution.mustDisplay())) {
            text("plus", Xmp.PLUS, "CreditLineRequired", CREDIT_BESIDE_PICTURE);
        }
        text("Iptc4xmpExt", Xmp.EXT, "DigitalSourceType", attribution.digitalSourceType());
    }

    private void text(String prefix, String space, String name, String value)
            throws XMLStreamException {
        String clean = clean(value);
        if (clean != null) {
            out.writeStartElement(prefix, name, space);
            out.writeCharacters(clean);
            out.writeEndElement();
        }
    }

    private void alternative(String prefix, String space, String name, String value)
            throws XMLStreamException {
        String clean = clean(value);
        if (clean != null) {
            open(prefix, space, name, "Alt");
            out.writeStartElement("rdf", "li", Xmp.RDF);
            out.writeAttribute("xml:lang", "x-default");
            out.writeCharacters(clean);
            out.writeEndElement();
            close();
        }
    }

    private void structure(String name, String member, String value) throws XMLStreamException {
        String clean = clean(value);
        if (clean != null) {
            open("plus", Xmp.PLUS, name, "Seq");
            out.writeStartElement("rdf", "li", Xmp.RDF);
            out.writeAttribute("rdf", Xmp.RDF, "parseType", "Resource");
            text("plus", Xmp.PLUS, member, clean);
            out.writeEndElement();
            close();
        }
    }

    private void open(String prefix, String space, String name, String array)
            throws XMLStreamException {
        out.writeStartElement(prefix, name, space);
        out.writeStartElement("rdf", array, Xmp.RDF);
    }

    private void close() throws XMLStreamException {
        out.writeEndElement();
        out.writeEndElement();
    }

    private String clean(String value) {
        return Clean.text(value, longest);
    }
}
