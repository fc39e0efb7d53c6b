package org.iotconnector.core.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;

/** The bytes of a certificate or key, with the setting that named them, for messages. Its bytes may be secret. */
final class TlsInput {
    private static final int LIMIT = 4 * 1024 * 1024;
    private static final int ASN1_SEQUENCE = 0x30;
    private static final int ASN1_INTEGER = 0x02;

    /** What the bytes are. */
    enum Form {
        PEM,
        DER_CERTIFICATE,
        PKCS12,
        JKS,
        UNKNOWN
    }

    private final String setting;
    private final String name;
    private final byte[] bytes;

    private TlsInput(String setting, String name, byte[] bytes) {
        this.setting = setting;
        this.name = name;
        this.bytes = bytes;
    }

    static TlsInput file(String setting, Path file) {
        if (Files.isDirectory(file)) {
            throw InvalidConfigurationException.of(setting, file + " is a folder; name a file in it.");
        }
        // Not Files.size: a pipe has none.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            TlsInput input = new TlsInput(setting, file.toString(), bytes);
            if (bytes.length > LIMIT) {
                throw input.failure("is larger than 4MB; is it the right file?");
            }
            return input;
        } catch (NoSuchFileException e) {
            throw InvalidConfigurationException.of(
                    setting, file + " does not exist; looked for " + file.toAbsolutePath() + ".");
        } catch (AccessDeniedException e) {
            throw InvalidConfigurationException.of(
                    setting, file + " may not be read by this user; check its permissions.");
        } catch (IOException e) {
            throw InvalidConfigurationException.of(setting, file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    static TlsInput text(String setting, Secret pem) {
        return new TlsInput(setting, "the PEM text", pem.reveal().getBytes(StandardCharsets.ISO_8859_1));
    }

    String setting() {
        return setting;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The bytes as PEM text; the Base64 lines are ASCII, and whatever stands around them does not matter. */
    String pem() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    Form form() {
        if (pem().contains("-----BEGIN ")) {
            return Form.PEM;
        }
        if (bytes.length > 4 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xED) {
            return Form.JKS;
        }
        if (bytes.length > 16 && bytes[0] == ASN1_SEQUENCE) {
            // Behind the outer length a certificate goes on with a SEQUENCE (RFC 5280), PKCS#12 with its version.
            int lengthBytes = bytes[1] < 0 ? bytes[1] & 0x7F : 0;
            int inner = lengthBytes > 4 ? 0 : bytes[2 + lengthBytes];
            if (inner == ASN1_SEQUENCE) {
                return Form.DER_CERTIFICATE;
            }
            return inner == ASN1_INTEGER ? Form.PKCS12 : Form.UNKNOWN;
        }
        return Form.UNKNOWN;
    }

    /** A problem of the setting; {@code problem} goes on after the file's name. */
    InvalidConfigurationException failure(String problem) {
        return InvalidConfigurationException.of(setting, name + " " + problem);
    }
}
