package dev.byline.halves;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What is not in {@link FirstHalf}. */
@Suite
@SelectPackages("dev.byline")
@IncludeClassNamePatterns(".*Test")
@ExcludePackages({
    "dev.byline.article",
    "dev.byline.attack",
    "dev.byline.body",
    "dev.byline.demo",
    "dev.byline.delivery",
    "dev.byline.house",
    "dev.byline.media",
    "dev.byline.revision",
    "dev.byline.search"
})
public class SecondHalf {}
