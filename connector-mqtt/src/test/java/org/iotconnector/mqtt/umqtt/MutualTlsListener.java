package org.iotconnector.mqtt.umqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.iotconnector.core.session.Endpoint;

/** Takes one client that shows a certificate, and tells whose it is. Both sides use the same self-made one. */
final class MutualTlsListener implements AutoCloseable {
    private static final String ALIAS = "lamp-1";
    private static final String STORE_PASSWORD = "k9WmZq3TfLx7";
    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};

    private final KeyStore store;
    private final SSLServerSocket listener;
    private final CompletableFuture<String> shown = new CompletableFuture<>();

    MutualTlsListener(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        this.store = newStore(folder.resolve("lamp-1.p12"));
        this.listener = (SSLServerSocket)
                context().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setNeedClientAuth(true);
        Thread thread = new Thread(this::serve, "mutual-tls-listener");
        thread.setDaemon(true);
        thread.start();
    }

    private static KeyStore newStore(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-alias",
                        ALIAS,
                        "-dname",
                        "CN=lamp-1",
                        "-keyalg",
                        "EC",
                        "-ext",
                        "SAN=ip:127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = made.waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            loaded.load(in, STORE_PASSWORD.toCharArray());
        }
        return loaded;
    }

    private SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    Endpoint endpoint() {
        return Endpoint.of(Endpoint.Transport.TLS, "127.0.0.1", listener.getLocalPort());
    }

    String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
    }

    String keyPem() throws GeneralSecurityException {
        return pem(
                "PRIVATE KEY", store.getKey(ALIAS, STORE_PASSWORD.toCharArray()).getEncoded());
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END " + what
                + "-----\n";
    }

    /** The name in the certificate that the client showed. */
    CompletableFuture<String> shown() {
        return shown;
    }

    private void serve() {
        try (SSLSocket client = (SSLSocket) listener.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readUnsignedByte();
            in.readFully(new byte[in.readUnsignedByte()]);
            client.getOutputStream().write(ACCEPTED);
            shown.complete(client.getSession().getPeerPrincipal().getName());
            in.readAllBytes();
        } catch (IOException e) {
            shown.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
