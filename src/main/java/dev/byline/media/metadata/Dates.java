package dev.byline.media.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The dates of XMP, IIM and EXIF as one; a time without a zone counts as UTC. */
final class Dates {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private Dates() {}

    /** A date as XMP writes it: a year at least, a time with or without a zone at most. */
    static Instant instant(String text) {
        if (text.length() == YEAR) {
            return LocalDate.of(Integer.parseInt(digits(text)), 1, 1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
        if (text.length() == MONTH) {
            return YearMonth.parse(text).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (text.length() == DAY) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static String digits(String text) {
        return text.matches("\\d+") ? text : "0";
    }

    /** IIM's 20260301 and 141500+0100 in the way of XMP. */
    static String iim(String date, String time) {
        if (date == null || !date.matches("\\d{8}")) {
            return null;
        }
        String day = date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6);
        if (time == null || !time.matches("\\d{6}([+-]\\d{4})?")) {
            return day;
        }
        String clock =
                time.substring(0, 2) + ":" + time.substring(2, 4) + ":" + time.substring(4, 6);
        String zone = time.length() > 6 ? time.substring(6, 9) + ":" + time.substring(9) : "";
        return day + "T" + clock + zone;
    }

    /** EXIF's 2026:03:01 14:15:00 in the way of XMP. */
    static String exif(String taken, String offset) {
        String text = taken == null ? "" : taken.replace("\0", "").strip();
        if (!text.matches("\\d{4}:\\d\\d:\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
            return null;
        }
        String zone = offset == null ? "" : offset.replace("\0", "").strip();
        return text.substring(0, 10).replace(':', '-')
                + "T"
                + text.substring(11)
                + (zone.matches("[+-]\\d\\d:\\d\\d") ? zone : "");
    }
}
