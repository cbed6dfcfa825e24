package dev.byline.platform.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Lets valid UTF-8 through and nothing else: Jackson's own decoder takes overlong forms, in which a
 * slash can hide from whoever looks at the bytes.
 */
final class Utf8Only extends InputDecorator {

    private static final long serialVersionUID = 1;

    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        return decorate(context, in.readAllBytes());
    }

    @Override
    public InputStream decorate(IOContext context, byte[] bytes, int offset, int length)
            throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == 0) { // Jackson would guess UTF-16 or UTF-32
                throw new JsonParseException(null, "The text holds a NUL");
            }
        }
        check(ByteBuffer.wrap(bytes, offset, length));
        return new ByteArrayInputStream(bytes, offset, length);
    }

    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }

    private InputStream decorate(IOContext context, byte[] bytes) throws IOException {
        return decorate(context, bytes, 0, bytes.length);
    }

    private static void check(ByteBuffer bytes) throws IOException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw new JsonParseException(null, "The text is not UTF-8", e);
        }
    }
}
