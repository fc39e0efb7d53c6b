package org.iotconnector.core.settings;

/** A rule over several settings, such as "clientKeyFile needs clientCertificateFile". */
@FunctionalInterface
public interface SettingsCheck {
    /**
     * Looks at {@code settings} and adds a problem to {@code problems} for each broken rule. It runs even when other
     * settings are wrong, so that everything is reported together; reading a wrong or missing setting then ends this
     * check silently, since that problem is reported already. So give each rule its own check.
     */
    void check(Settings settings, ProblemCollector problems);
}
