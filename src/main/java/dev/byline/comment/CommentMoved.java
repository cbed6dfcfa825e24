package dev.byline.comment;

/** A comment came into a state, from another or as a new one; told inside the transaction. */
public record CommentMoved(Comment comment, CommentState to) {}
