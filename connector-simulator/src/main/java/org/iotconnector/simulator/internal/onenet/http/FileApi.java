package org.iotconnector.simulator.internal.onenet.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.iotconnector.simulator.internal.http.Multipart;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.http.Response;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.Digest;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.internal.onenet.TokenVerdict;
import org.iotconnector.simulator.internal.onenet.file.DeviceFiles;
import org.iotconnector.simulator.internal.onenet.file.RemoteConfig;
import org.iotconnector.simulator.onenet.DeviceFile;

/**
 * Files and remote configuration of devices, {@code /studio/…}. OneNET Studio, "File management" and "Remote configuration", read
 * 2026-11.
 */
final class FileApi {
    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "bmp", "gif", "webp", "tiff", "txt");
    private static final String ERRNO_HEADER = "Studio-SysFile-Errno";
    /** How the header of remote configuration is called is not public, so both names are sent. */
    private static final String CONFIG_ERRNO_HEADER = "errno";

    private final OneNetCloud cloud;
    private final Authorization authorization;

    FileApi(OneNetCloud cloud, Authorization authorization) {
        this.cloud = cloud;
        this.authorization = authorization;
    }

    Response answer(Request request) {
        List<String> path = request.segments();
        String call = request.method() + " " + path.get(path.size() - 1);
        if (path.size() == 4 && call.equals("POST outupload")) {
            return upload(request, path.get(1), path.get(2));
        }
        if (path.size() == 5 && call.equals("GET outdownload")) {
            return path.get(1).equals("config")
                    ? config(request, path.get(2), path.get(3))
                    : download(request, path.get(1), path.get(2), path.get(3));
        }
        throw new ApiFailure(
                404, ApiCode.NOT_FOUND, "there is nothing at [" + request.method() + " " + request.path() + "]");
    }

    private Response upload(Request request, String productId, String deviceName) {
        try {
            DeviceState device = device(request, productId, deviceName);
            Map<String, Multipart.Part> form = form(request);
            String name = text(form, "filename");
            byte[] content = part(form, "file").content();
            check(name, content, text(form, "size"), text(form, "md5"));
            DeviceFile file =
                    device.files().add(name, content, cloud.loop().clock().instant());
            return Envelope.STUDIO.success(Map.of("uuid", file.uuid()));
        } catch (ApiFailure failure) {
            return Envelope.STUDIO.failure(failure.status(), failure.code(), failure.text());
        }
    }

    private static void check(String name, byte[] content, String size, String md5) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!EXTENSIONS.contains(extension)) {
            throw new ApiFailure(
                    FileCode.FORMAT, "format of [" + name + "] is not one of jpg jpeg png bmp gif webp tiff txt");
        }
        if (!size.matches("[0-9]{1,9}")) {
            throw new ApiFailure(FileCode.PARAMETER, "size is [" + size + "], expected a number of bytes");
        }
        if (content.length > DeviceFiles.MAX_BYTES) {
            throw new ApiFailure(FileCode.SPACE, "the file is larger than " + DeviceFiles.MAX_BYTES + " bytes");
        }
        if (Integer.parseInt(size) != content.length) {
            throw new ApiFailure(FileCode.SIZE, "size is " + size + ", received " + content.length + " bytes");
        }
        if (!md5.equalsIgnoreCase(Digest.md5Hex(content))) {
            throw new ApiFailure(FileCode.MD5, "md5 is [" + md5 + "], that of the file is " + Digest.md5Hex(content));
        }
    }

    private Response download(Request request, String productId, String deviceName, String uuid) {
        try {
            DeviceFile file = device(request, productId, deviceName)
                    .files()
                    .find(uuid, cloud.loop().clock().instant())
                    .orElseThrow(() -> new ApiFailure(FileCode.NOT_FOUND, "file not found: [" + uuid + "]"));
            byte[] content = file.content();
            return ByteRange.parse(request.header("Range").orElse(null), content.length)
                    .of(content, file.name())
                    .with(ERRNO_HEADER, "0");
        } catch (ApiFailure failure) {
            return Envelope.STUDIO
                    .failure(failure.status(), failure.code(), failure.text())
                    .with(ERRNO_HEADER, Integer.toString(failure.code()));
        }
    }

    private Response config(Request request, String productId, String deviceName) {
        if (!authorization.checkDevice(request, productId, deviceName).isGood()) {
            return noConfig(FileCode.CONFIG_AUTHENTICATION, "authentication failed");
        }
        RemoteConfig config = cloud.registry()
                .device(productId, deviceName)
                .map(DeviceState::remoteConfig)
                .orElseGet(RemoteConfig::new);
        return config.content()
                .map(json -> withConfigErrno(Response.of(200, "application/json;charset=UTF-8", json), 0))
                .orElseGet(() -> config.isDeleted()
                        ? noConfig(FileCode.CONFIG_DELETED, "the configuration was deleted")
                        : noConfig(FileCode.CONFIG_NONE, "there is no configuration"));
    }

    private static Response noConfig(int code, String text) {
        return withConfigErrno(Envelope.STUDIO.failure(200, code, text), code);
    }

    private static Response withConfigErrno(Response response, int code) {
        return response.with(ERRNO_HEADER, Integer.toString(code)).with(CONFIG_ERRNO_HEADER, Integer.toString(code));
    }

    private DeviceState device(Request request, String productId, String deviceName) {
        TokenVerdict verdict = authorization.checkDevice(request, productId, deviceName);
        if (!verdict.isGood()) {
            throw new ApiFailure(FileCode.AUTHENTICATION, "authentication failed: " + verdict.text());
        }
        return cloud.registry()
                .device(productId, deviceName)
                .orElseThrow(() ->
                        new ApiFailure(FileCode.NO_DEVICE, "device not found: [" + productId + "/" + deviceName + "]"));
    }

    private static Map<String, Multipart.Part> form(Request request) {
        try {
            return Multipart.read(request);
        } catch (IOException malformed) {
            throw new ApiFailure(FileCode.PARAMETER, "the form is not readable: " + malformed.getMessage());
        }
    }

    private static String text(Map<String, Multipart.Part> form, String name) {
        return part(form, name).text();
    }

    private static Multipart.Part part(Map<String, Multipart.Part> form, String name) {
        Multipart.Part part = form.get(name);
        if (part == null) {
            throw new ApiFailure(FileCode.MISSING, "field [" + name + "] is missing");
        }
        return part;
    }
}
