package org.iotconnector.adafruit;

/** For when the quality of the air is told. Adafruit IO API docs, "Air quality integration", read 2026-11. */
public enum AirQualityForecast {
    CURRENT("current"),
    TODAY("forecast_today"),
    TOMORROW("forecast_tomorrow");

    private final String key;

    AirQualityForecast(String key) {
        this.key = key;
    }

    /** As the platform writes it, such as {@code forecast_today}. */
    public String key() {
        return key;
    }
}
