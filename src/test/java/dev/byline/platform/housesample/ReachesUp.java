package dev.byline.platform.housesample;

import dev.byline.article.Article;

/** Deliberately broken: the platform must not know articles. */
public final class ReachesUp {

    Article article;
}
