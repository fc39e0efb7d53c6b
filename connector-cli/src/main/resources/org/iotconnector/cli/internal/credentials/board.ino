// @device@
// For an ESP32 or ESP8266 and the library PubSubClient, version 2.8 or newer.
// Fill in the name and password of your WiFi.
#if defined(ESP8266)
#include <ESP8266WiFi.h>
#else
#include <WiFi.h>
#endif
@includes@#include <PubSubClient.h>

const char WIFI_NAME[] = "your-wifi";
const char WIFI_PASSWORD[] = "your-wifi-password";

@settings@

// Longest MQTT packet; the library's own 256 bytes are too few for this login or its messages.
const uint16_t BUFFER_SIZE = @buffer@;
@ca@
@client@ net;
PubSubClient mqtt(net);

void onMessage(char *topic, uint8_t *payload, unsigned int length) {
  Serial.print("received ");
  Serial.print(topic);
  Serial.print(' ');
  Serial.write(payload, length);
  Serial.println();
}

void subscribeAll() {
@subscribe@
}

// @example@
void report() {
@reports@
}

void login() {
  while (!mqtt.connected()) {
    if (@connect@) {
      Serial.println("logged in");
      subscribeAll();
      report();
    } else {
      // 4 and 5 mean that the credentials are wrong, negative numbers that the network is.
      Serial.print("refused with code ");
      Serial.println(mqtt.state());
      delay(mqtt.state() > 0 ? 60000 : 10000);
    }
  }
}

void setup() {
  Serial.begin(115200);
  WiFi.mode(WIFI_STA);
  WiFi.begin(WIFI_NAME, WIFI_PASSWORD);
  while (WiFi.status() != WL_CONNECTED) {
    delay(200);
  }
@prepare@  mqtt.setBufferSize(BUFFER_SIZE);
  mqtt.setKeepAlive(KEEP_ALIVE);
  mqtt.setServer(HOST, PORT);
  mqtt.setCallback(onMessage);
}

void loop() {
  login();
  mqtt.loop();
}
