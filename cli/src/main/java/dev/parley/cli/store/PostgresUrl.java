package dev.parley.cli.store;

import dev.parley.cli.store.ServerAddress.Host;
import dev.parley.domain.value.InvalidValueException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/**
 * Reads {@code postgresql://user:password@host:port/database?name=value}, with or without {@code jdbc:} before it. Of
 * the driver's many parameters those are taken that say where the server is and how to reach it: others name classes and
 * files. What is refused is never repeated, as it may hold a password.
 */
final class PostgresUrl {
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?postgres(?:ql)?:.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^/?]*)@)?(?<hosts>[^/?@]*)(?:/(?<database>[^?/]*))?(?:\\?(?<query>.*))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[0-9a-fA-F:.%]+]|[^:\\[\\]]*)(?::(?<port>[0-9]{1,5}))?");

    private static final int DEFAULT_PORT = 5432;
    private static final int LAST_PORT = 65_535;

    /** What may be set: by the names of the driver, and by those of libpq where they differ. */
    private static final Map<String, PGProperty> SETTINGS = Map.ofEntries(
            Map.entry("sslmode", PGProperty.SSL_MODE),
            Map.entry("sslrootcert", PGProperty.SSL_ROOT_CERT),
            Map.entry("sslcert", PGProperty.SSL_CERT),
            Map.entry("sslkey", PGProperty.SSL_KEY),
            Map.entry("options", PGProperty.OPTIONS),
            Map.entry("currentSchema", PGProperty.CURRENT_SCHEMA),
            Map.entry("connectTimeout", PGProperty.CONNECT_TIMEOUT),
            Map.entry("connect_timeout", PGProperty.CONNECT_TIMEOUT),
            Map.entry("socketTimeout", PGProperty.SOCKET_TIMEOUT),
            Map.entry("ApplicationName", PGProperty.APPLICATION_NAME),
            Map.entry("application_name", PGProperty.APPLICATION_NAME),
            Map.entry("targetServerType", PGProperty.TARGET_SERVER_TYPE),
            Map.entry("channelBinding", PGProperty.CHANNEL_BINDING),
            Map.entry("channel_binding", PGProperty.CHANNEL_BINDING),
            Map.entry("gssEncMode", PGProperty.GSS_ENC_MODE),
            Map.entry("gssencmode", PGProperty.GSS_ENC_MODE),
            Map.entry("tcpKeepAlive", PGProperty.TCP_KEEP_ALIVE));

    private PostgresUrl() {}

    static boolean isOne(String text) {
        return SCHEME.matcher(text).matches();
    }

    /**
     * Reads a URL.
     *
     * @throws InvalidValueException if it cannot be understood
     */
    static ServerAddress parse(String text) {
        Matcher url = FORM.matcher(text);
        if (!url.matches()) {
            throw refused("cannot be understood");
        }
        Map<PGProperty, String> settings = new EnumMap<>(PGProperty.class);
        String userInfo = url.group("user");
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        String user = userInfo == null ? null : decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = userInfo == null || colon < 0 ? null : decoded(userInfo.substring(colon + 1));
        for (String parameter : split(url.group("query"), "&")) {
            String[] sides = parameter.split("=", 2);
            String value = sides.length == 2 ? decoded(sides[1]) : "";
            switch (sides[0]) {
                case "user" -> user = value;
                case "password" -> password = value;
                default -> settings.put(setting(sides[0]), value);
            }
        }
        String database = decoded(url.group("database") == null ? "" : url.group("database"));
        if (database.isEmpty()) {
            throw refused("names no database");
        }
        return new ServerAddress(
                hosts(url.group("hosts")), database, emptyToNull(user), emptyToNull(password), settings);
    }

    private static PGProperty setting(String name) {
        PGProperty property = SETTINGS.get(name);
        if (property == null) {
            throw refused("has a parameter that is none of "
                    + SETTINGS.keySet().stream().sorted().toList());
        }
        return property;
    }

    private static List<Host> hosts(String text) {
        List<Host> hosts = new ArrayList<>();
        for (String host : text.isEmpty() ? List.of("localhost") : split(text, ",")) {
            Matcher parts = HOST.matcher(host);
            if (!parts.matches() || parts.group("name").isEmpty()) {
                throw refused("names a host that cannot be understood");
            }
            int port = parts.group("port") == null ? DEFAULT_PORT : Integer.parseInt(parts.group("port"));
            if (port < 1 || port > LAST_PORT) {
                throw refused("names a port beyond " + LAST_PORT);
            }
            hosts.add(new Host(decoded(parts.group("name").replaceAll("[\\[\\]]", "")), port));
        }
        return hosts;
    }

    private static List<String> split(@Nullable String text, String separator) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(separator, -1));
    }

    /** A plus is a plus, as libpq has it. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw refused("has a % that is followed by no two hexadecimal digits; write %25 for it");
        }
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static InvalidValueException refused(String problem) {
        return new InvalidValueException(
                "PostgreSQL URL",
                problem + "; write postgresql://USER@HOST:PORT/DATABASE, with what is special in percent encoding");
    }
}
