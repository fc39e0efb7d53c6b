// Aliyun IoT, device a1Demo0Prod/lamp-1
// For an ESP32 or ESP8266 and the library PubSubClient, version 2.8 or newer.
// Fill in the name and password of your WiFi.
#if defined(ESP8266)
#include <ESP8266WiFi.h>
#else
#include <WiFi.h>
#endif
#include <PubSubClient.h>

const char WIFI_NAME[] = "your-wifi";
const char WIFI_PASSWORD[] = "your-wifi-password";

const char HOST[] = "iot.example.com";
const uint16_t PORT = 8883;
const char CLIENT_ID[] = "a1Demo0Prod.lamp-1|securemode=3,signmethod=hmacsha256,timestamp=1700000000000|";
const char USER[] = "lamp-1&a1Demo0Prod";
const char PASSWORD[] = "f335d7a3905140083b5fcb8617392dfb959796e50356d7e9ccff7cb25b7a6392";
const uint16_t KEEP_ALIVE = 300;  // seconds

// Longest MQTT packet; the library's own 256 bytes are too few for this login or its messages.
const uint16_t BUFFER_SIZE = 1024;

WiFiClient net;
PubSubClient mqtt(net);

void onMessage(char *topic, uint8_t *payload, unsigned int length) {
  Serial.print("received ");
  Serial.print(topic);
  Serial.print(' ');
  Serial.write(payload, length);
  Serial.println();
}

void subscribeAll() {
  mqtt.subscribe("/sys/a1Demo0Prod/lamp-1/thing/event/+/post_reply", 1);
  mqtt.subscribe("/sys/a1Demo0Prod/lamp-1/thing/event/property/batch/post_reply", 1);
  mqtt.subscribe("/sys/a1Demo0Prod/lamp-1/thing/event/property/history/post_reply", 1);
  mqtt.subscribe("/sys/a1Demo0Prod/lamp-1/thing/property/desired/get_reply", 1);
  mqtt.subscribe("/sys/a1Demo0Prod/lamp-1/thing/property/desired/delete_reply", 1);
  mqtt.subscribe("/sys/a1Demo0Prod/lamp-1/thing/service/property/set", 1);
}

// LightSwitch=true CurrentLedADC=512
void report() {
  mqtt.publish("/sys/a1Demo0Prod/lamp-1/thing/event/property/post",
               "{\"id\":\"1\",\"version\":\"1.0\",\"sys\":{\"ack\":1},\"params\":{\"LightSwitch\":1,\"CurrentLedADC\":512},\"method\":\"thing.event.property.post\"}", false);
}

void login() {
  while (!mqtt.connected()) {
    if (mqtt.connect(CLIENT_ID, USER, PASSWORD)) {
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
  mqtt.setBufferSize(BUFFER_SIZE);
  mqtt.setKeepAlive(KEEP_ALIVE);
  mqtt.setServer(HOST, PORT);
  mqtt.setCallback(onMessage);
}

void loop() {
  login();
  mqtt.loop();
}
