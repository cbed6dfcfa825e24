package dev.byline.given;

/** The keys that tests use. */
public final class Keys {

    /** The bootstrap key, with all roles. */
    public static final String ADMIN = "the-bootstrap-key-of-the-tests-and-of-nothing-else";

    private Keys() {}
}
