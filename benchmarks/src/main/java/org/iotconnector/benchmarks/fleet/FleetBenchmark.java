package org.iotconnector.benchmarks.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures many devices, and the bare client's sessions in the same run. Arguments, each with a default:
 * {@code devices=10000 processes=1 seconds=60 heap=256m tls=false kinds=connector,hivemq}. Every process gets a server of its
 * own, in yet another process.
 */
public final class FleetBenchmark {
    private final Map<String, String> options;

    private FleetBenchmark(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String... args) throws Exception {
        Map<String, String> options = new java.util.HashMap<>(Map.of(
                "devices", "10000",
                "processes", "1",
                "seconds", "60",
                "heap", "256m",
                "tls", "false",
                "jvm", "-XX:+UseSerialGC",
                "kinds", "connector,hivemq"));
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 0 || options.put(arg.substring(0, equals), arg.substring(equals + 1)) == null) {
                throw new IllegalArgumentException("[" + arg + "] is none of " + options.keySet() + " with =value.");
            }
        }
        System.out.println(options);
        System.out.println("           " + Cost.HEADER);
        for (String kind : options.getOrDefault("kinds", "").split(",", -1)) {
            new FleetBenchmark(options).run(kind);
        }
    }

    private void run(String kind) throws Exception {
        int processes = Integer.parseInt(options.get("processes"));
        int devices = Integer.parseInt(options.get("devices")) / processes;
        List<Process> servers = new ArrayList<>();
        List<BufferedReader> results = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                Path certificate = Files.createTempDirectory("fleet").resolve("server.pem");
                boolean tls = Boolean.parseBoolean(options.get("tls"));
                Process server = start(DiscardServer.class, tls ? List.of(certificate.toString()) : List.of());
                servers.add(server);
                String port = firstLine(server);
                Process probe = start(
                        Probe.class,
                        List.of(kind, "" + devices, port, tls ? certificate.toString() : "-", options.get("seconds")));
                results.add(output(probe));
            }
            for (BufferedReader result : results) {
                System.out.printf("%-10s %s%n", kind, result.readLine());
            }
        } finally {
            for (Process server : servers) {
                server.getOutputStream().close();
                server.waitFor();
            }
        }
    }

    private Process start(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (main == Probe.class ? options.get("heap") : "512m")));
        command.addAll(List.of(options.getOrDefault("jvm", "").split(" ", -1)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        String line = output(process).readLine();
        if (line == null) {
            throw new IOException("The process " + process.info().command().orElse("") + " ended without a word.");
        }
        return line;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
