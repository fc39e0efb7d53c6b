package org.iotconnector.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.internal.http.LocalFiles.FileFailure;
import org.iotconnector.core.tls.TlsFailure;
import org.iotconnector.core.tls.TlsFailures;

/** Tells from an exception of OkHttp why there is no answer. Pure. */
final class HttpFailures {
    private HttpFailures() {}

    static HttpException read(HttpRequest request, IOException failure) {
        if (failure instanceof FileFailure file) {
            return file.explained();
        }
        String host = request.uri().getHost();
        Optional<TlsFailure> tls = TlsFailures.find(failure);
        if (tls.isPresent()) {
            return of(Reason.TLS, request, tls.get().message(), httpAdvice(tls.get()), failure);
        } else if (failure instanceof UnknownHostException) {
            return of(
                    Reason.UNKNOWN_HOST,
                    request,
                    "The host name " + host + " cannot be resolved.",
                    "Check its spelling and this machine's name server.",
                    failure);
        } else if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return of(
                    Reason.UNREACHABLE,
                    request,
                    "Nothing accepts connections at " + host + port(request) + ".",
                    "Check host and port, and that the server runs.",
                    failure);
        } else if (failure instanceof InterruptedIOException) {
            return of(
                    Reason.TIMEOUT,
                    request,
                    "No complete answer came from " + host + " within "
                            + request.timeout().toMillis() + " ms.",
                    "",
                    failure);
        } else if (isGarbage(failure)) {
            return of(
                    Reason.BAD_ANSWER,
                    request,
                    "What came from " + host + " is not valid HTTP (" + reason(failure) + ").",
                    "Check that a web server listens on this port, and whether it wants https.",
                    failure);
        }
        return of(Reason.BROKEN, request, "The connection to " + host + " broke off.", "", failure);
    }

    static HttpException closed(HttpRequest request) {
        return new HttpException(Reason.CLOSED, "The client was closed before " + request.target() + " ended.", null);
    }

    static HttpException tooLarge(HttpRequest request) {
        return new HttpException(
                Reason.BAD_ANSWER,
                "The answer to " + request.target() + " has more than the " + request.largestAnswer()
                        + " bytes that the request allows.",
                null);
    }

    /** A body cut short is a {@link ProtocolException} too, but only means that the connection ended. */
    private static boolean isGarbage(IOException failure) {
        return failure instanceof ProtocolException && !reason(failure).contains("unexpected end of stream");
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** The TLS texts are written for MQTT addresses. */
    private static String httpAdvice(TlsFailure tls) {
        return switch (tls.kind()) {
            case PLAIN_PORT -> "Use the server's TLS port (often 443), or http:// for this one.";
            default -> tls.advice().replace("mqtt:// or ws://", "http://");
        };
    }

    private static String port(HttpRequest request) {
        int port = request.uri().getPort();
        return port < 0 ? "" : ":" + port;
    }

    private static HttpException of(
            Reason reason, HttpRequest request, String message, String advice, IOException failure) {
        boolean maybeDone = (reason == Reason.TIMEOUT || reason == Reason.BROKEN)
                && !request.method().isSafe();
        String text = message + " The request was " + request.target() + (maybeDone ? "; it may have been done." : ".");
        return new HttpException(reason, advice.isEmpty() ? text : text + " " + advice, failure);
    }
}
