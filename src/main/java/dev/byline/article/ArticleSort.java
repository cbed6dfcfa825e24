package dev.byline.article;

/** The orders that a list of articles has; each is total, by id at last. */
public enum ArticleSort {
    NEWEST,
    OLDEST,
    UPDATED,
    RELEVANCE
}
