package dev.byline.platform.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Lines of text that wait to be written, as bytes in one bounded row. Whoever adds one never waits
 * for the disk or the terminal: when there is no room the line is counted and lost.
 */
final class Lines {

    private static final int FIRST_BYTES = 16 * 1024;
    private static final int LONGEST_PATH = 2000;
    private static final int LONGEST_METHOD = 20;
    private static final int LONGEST_LINE = LONGEST_PATH + LONGEST_METHOD + 200;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final int most;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;
    private long lost;
    private long second = Long.MIN_VALUE;
    private String secondText;

    /** A line to come, of one request. */
    record Line(
            long millis,
            String method,
            String path,
            int status,
            long bytes,
            long took,
            String trace) {}

    Lines(int most) {
        this.most = most;
    }

    synchronized void add(Line line) {
        if (length + LONGEST_LINE > most) {
            lost++;
            return;
        }
        makeRoom();
        int start = length;
        time(line.millis);
        text(" INFO  [access] method=");
        text(line.method, LONGEST_METHOD);
        text(" path=");
        text(line.path);
        text(" status=");
        number(line.status);
        text(" bytes=");
        number(line.bytes);
        text(" ms=");
        number(line.took);
        text(" trace=");
        text(line.trace);
        bytes[length++] = '\n';
        if (start == 0) {
            notifyAll();
        }
    }

    private void makeRoom() {
        if (length + LONGEST_LINE > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    /** Waits until there is a line. */
    synchronized void await() throws InterruptedException {
        while (length == 0 && lost == 0) {
            wait();
        }
    }

    /** All lines that wait, which no longer do. */
    synchronized byte[] take() {
        if (lost > 0) {
            makeRoom();
            time(System.currentTimeMillis());
            text(" WARN  [access] lines lost: ");
            number(lost);
            bytes[length++] = '\n';
            lost = 0;
        }
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    // As the other lines of the log have it.
    private void time(long millis) {
        long now = Math.floorDiv(millis, 1000);
        if (now != second) {
            second = now;
            secondText = SECOND.format(Instant.ofEpochSecond(now));
        }
        text(secondText);
        int part = (int) (millis - now * 1000);
        bytes[length++] = ',';
        bytes[length++] = (byte) ('0' + part / 100);
        bytes[length++] = (byte) ('0' + part / 10 % 10);
        bytes[length++] = (byte) ('0' + part % 10);
    }

    private void text(String text) {
        text(text, LONGEST_PATH);
    }

    // What is not plain text could be taken for the end of the line, or worse by a terminal.
    private void text(String text, int longest) {
        int end = Math.min(text.length(), longest);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            bytes[length++] = (byte) (c < ' ' || c > '~' ? '?' : c);
        }
    }

    private void number(long number) {
        if (number < 0) {
            bytes[length++] = '-';
            return;
        }
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }
}
