package org.iotconnector.adafruit;

/** For when the weather is told. Adafruit IO API docs, "Weather integration", read 2026-11. */
public enum WeatherForecast {
    CURRENT("current"),
    MINUTES_5("forecast_minutes_5"),
    MINUTES_30("forecast_minutes_30"),
    HOURS_1("forecast_hours_1"),
    HOURS_2("forecast_hours_2"),
    HOURS_6("forecast_hours_6"),
    HOURS_24("forecast_hours_24"),
    DAYS_1("forecast_days_1"),
    DAYS_2("forecast_days_2"),
    DAYS_5("forecast_days_5");

    private final String key;

    WeatherForecast(String key) {
        this.key = key;
    }

    /** As the platform writes it, such as {@code forecast_hours_6}. */
    public String key() {
        return key;
    }
}
