package dev.byline.halves;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludePackages;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The rooms whose tests take about half of the time. {@link SecondHalf} has all others, and the two
 * run side by side, each with a server and a database of its own. The tests with the profile {@code
 * AllOptions} are all in one, because it builds the application anew for those.
 */
@Suite
@SelectPackages("dev.byline")
@IncludeClassNamePatterns(".*Test")
@IncludePackages({
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
public class FirstHalf {}
