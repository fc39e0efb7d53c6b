package org.iotconnector.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV as RFC 4180 has it: commas, double quotes around cells that hold commas, quotes or line ends, doubled quotes for
 * one. A line that breaks the rules is given with a problem, and reading goes on with the next line; libraries stop there.
 */
final class CsvReader {
    private final String text;
    private int at;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
    }

    /**
     * One line, or several that a quoted cell spans.
     *
     * @param line the number of its first line, from 1
     */
    record Line(int line, List<String> cells, Optional<String> problem) {}

    /** All lines but empty lines. */
    static List<Line> read(String text) {
        CsvReader reader = new CsvReader(text);
        List<Line> lines = new ArrayList<>();
        while (reader.at < text.length()) {
            Line next = reader.next();
            boolean empty = next.cells().size() == 1 && next.cells().get(0).isEmpty();
            if (!empty || next.problem().isPresent()) {
                lines.add(next);
            }
        }
        return lines;
    }

    private Line next() {
        int first = line;
        int start = at;
        List<String> cells = new ArrayList<>();
        try {
            boolean more = true;
            while (more) {
                cells.add(text.startsWith("\"", at) ? quoted() : plain());
                more = at < text.length() && text.charAt(at) == ',';
                at += more ? 1 : 0;
            }
            endLine();
            return new Line(first, cells, Optional.empty());
        } catch (Malformed e) {
            // One line is lost, not all that a missing quote would swallow.
            at = start;
            line = first;
            skipLine();
            return new Line(first, List.of(), Optional.of(e.problem));
        }
    }

    private String plain() throws Malformed {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw new Malformed(
                        "has a double quote inside a cell that does not begin with one; put the whole cell into"
                                + " double quotes and write \"\" for the quote.");
            }
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws Malformed {
        StringBuilder cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && !text.startsWith("\"\"", at)) {
                at++;
                if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                    throw new Malformed(
                            "has characters after a closing double quote; write \"\" for a quote in a cell.");
                }
                return cell.toString();
            }
            if (c == '"') {
                at++;
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        throw new Malformed("opens a double quote that nothing closes.");
    }

    private void endLine() {
        if (text.startsWith("\r\n", at)) {
            at += 2;
        } else if (at < text.length()) {
            at++;
        }
        line++;
    }

    private void skipLine() {
        while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        endLine();
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String problem;

        Malformed(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }
    }
}
