package dev.byline.access.token;

import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** An issuer's key pair, with which tests sign good tokens and bad ones. */
final class Signer {

    static final String AUDIENCE = "byline-api";

    private final String issuer;
    private final RsaJsonWebKey pair;

    Signer(String issuer) {
        this.issuer = issuer;
        try {
            pair = RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        pair.setKeyId(UUID.randomUUID().toString());
    }

    String keyId() {
        return pair.getKeyId();
    }

    /** The public half as it stands in a key set. */
    String jwk() {
        return pair.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    static String keySet(Signer... signers) {
        StringBuilder keys = new StringBuilder();
        for (Signer signer : signers) {
            keys.append(keys.isEmpty() ? "" : ",").append(signer.jwk());
        }
        return "{\"keys\":[" + keys + "]}";
    }

    /** Claims of a good token that is good for five minutes. */
    JwtClaims claims(String subject, Object roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setClaim("name", "Jane Doe");
        claims.setClaim("roles", roles);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    static void expire(JwtClaims claims, long secondsFromNow) {
        claims.setExpirationTime(in(secondsFromNow));
    }

    static NumericDate in(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    String sign(JwtClaims claims) {
        return sign(claims, "RS256", keyId(), Map.of());
    }

    String sign(JwtClaims claims, String algorithm, String keyId, Map<String, Object> headers) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(algorithm);
        if (keyId != null) {
            token.setKeyIdHeaderValue(keyId);
        }
        headers.forEach(token.getHeaders()::setObjectHeaderValue);
        if (algorithm.startsWith("HS")) {
            // The trap: the public key as everybody can have it, taken for a shared secret.
            token.setKey(new HmacKey(pair.getPublicKey().getEncoded()));
        } else if (!algorithm.equals("none")) {
            token.setKey(pair.getPrivateKey());
        }
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
