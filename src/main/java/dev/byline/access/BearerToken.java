package dev.byline.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import java.net.InetAddress;

/** What a caller shows: a key, or a token of an identity provider. */
public final class BearerToken extends TokenAuthenticationRequest {

    private static final String JSON_OBJECT = "eyJ";

    private final transient InetAddress from;

    BearerToken(String text, InetAddress from) {
        super(new TokenCredential(text, "bearer"));
        this.from = from;
    }

    public String text() {
        return getToken().getToken();
    }

    public InetAddress from() {
        return from;
    }

    /** Whether the text can only be a JSON Web Token, which begins with {@code {"} in Base64. */
    public static boolean isJwt(String text) {
        return text.startsWith(JSON_OBJECT);
    }
}
