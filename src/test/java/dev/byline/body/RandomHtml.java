package dev.byline.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Makes HTML that is wrong in the ways people and programs get it wrong. */
final class RandomHtml {

    private static final List<String> TAGS =
            List.of(
                    "p",
                    "div",
                    "span",
                    "b",
                    "i",
                    "em",
                    "strong",
                    "u",
                    "s",
                    "a",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "tbody",
                    "tr",
                    "td",
                    "th",
                    "thead",
                    "caption",
                    "blockquote",
                    "h1",
                    "h2",
                    "h4",
                    "h6",
                    "pre",
                    "code",
                    "figure",
                    "figcaption",
                    "section",
                    "dl",
                    "dt",
                    "dd",
                    "cite",
                    "footer",
                    "sub",
                    "small",
                    "font",
                    "center",
                    "details",
                    "summary",
                    "q",
                    "o:p",
                    "abbr",
                    "time",
                    "mark",
                    "ruby",
                    "rt",
                    "ins",
                    "del",
                    "custom-tag");
    private static final List<String> ATTRIBUTES =
            List.of(
                    " href='https://example.org/(a)?b=1&c'",
                    " href=javascript:alert(1)",
                    " class=x",
                    " style='font-weight:bold'",
                    " style='font-weight:normal;font-style:italic'",
                    " lang=fr",
                    " dir=rtl",
                    " colspan=2",
                    " rowspan=2",
                    " title='a \"b\" <c>'",
                    " datetime=2026-01-01",
                    " target=_blank",
                    " onclick=alert(1)",
                    " id=" + "y");
    private static final List<String> PIECES =
            List.of(
                    "<br>",
                    "<br><br>",
                    "<hr>",
                    "<img src=x alt=unseen>",
                    "<!-- unseen -->",
                    "<script>unseen</script>",
                    "<style>unseen</style>",
                    "&nbsp;",
                    " &nbsp; ",
                    "\n",
                    "\t",
                    " ",
                    "&amp;",
                    "&lt;x&gt;",
                    "<",
                    "&",
                    "é",
                    "字",
                    "👍",
                    "{{",
                    "<wbr>",
                    "<input value=unseen>",
                    "</p>",
                    "</b>",
                    "</div>",
                    "</table>",
                    "</ul>");

    private final Random random;
    private int word;

    RandomHtml(Random random) {
        this.random = random;
    }

    String document(int steps) {
        StringBuilder html = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (int i = 0; i < steps; i++) {
            int choice = random.nextInt(10);
            if (choice < 4) {
                String tag = pick(TAGS);
                html.append('<').append(tag);
                html.append(random.nextInt(3) == 0 ? pick(ATTRIBUTES) : "").append('>');
                open.push(tag);
            } else if (choice < 6 && !open.isEmpty()) {
                // Now and then the wrong one.
                String tag = random.nextInt(8) == 0 ? open.peekLast() : open.pop();
                html.append("</").append(tag).append('>');
            } else if (choice < 7) {
                html.append(pick(PIECES));
            } else {
                html.append(random.nextBoolean() ? " " : "").append('w').append(word++);
                html.append(random.nextBoolean() ? " " : "");
            }
        }
        return html.toString();
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
