# Aliyun IoT, device a1Demo0Prod/lamp-1
# For MicroPython 1.22 or newer with umqtt.simple: mpremote mip install umqtt.simple
# Save it as main.py on the board, with the name and password of your WiFi.
import network
import time
from umqtt.simple import MQTTClient, MQTTException

WIFI_NAME = "your-wifi"
WIFI_PASSWORD = "your-wifi-password"

HOST = "iot.example.com"
PORT = 8883
CLIENT_ID = b"a1Demo0Prod.lamp-1|securemode=3,signmethod=hmacsha256,timestamp=1700000000000|"
USER = b"lamp-1&a1Demo0Prod"
PASSWORD = b"f335d7a3905140083b5fcb8617392dfb959796e50356d7e9ccff7cb25b7a6392"
KEEP_ALIVE = 300  # seconds
CLEAN_SESSION = True

# What the board reports after each login: LightSwitch=true CurrentLedADC=512
REPORTS = (
    (b"/sys/a1Demo0Prod/lamp-1/thing/event/property/post",
     b"{\"id\":\"1\",\"version\":\"1.0\",\"sys\":{\"ack\":1},\"params\":{\"LightSwitch\":1,\"CurrentLedADC\":512},\"method\":\"thing.event.property.post\"}", False),
)

# Where the platform's answers and commands arrive, each with its QoS.
TOPICS = (
    (b"/sys/a1Demo0Prod/lamp-1/thing/event/+/post_reply", 1),
    (b"/sys/a1Demo0Prod/lamp-1/thing/event/property/batch/post_reply", 1),
    (b"/sys/a1Demo0Prod/lamp-1/thing/event/property/history/post_reply", 1),
    (b"/sys/a1Demo0Prod/lamp-1/thing/property/desired/get_reply", 1),
    (b"/sys/a1Demo0Prod/lamp-1/thing/property/desired/delete_reply", 1),
    (b"/sys/a1Demo0Prod/lamp-1/thing/service/property/set", 1),
)


def tls():
    return None  # plain TCP


def wifi():
    station = network.WLAN(network.STA_IF)
    station.active(True)
    if not station.isconnected():
        station.connect(WIFI_NAME, WIFI_PASSWORD)
        while not station.isconnected():
            time.sleep_ms(200)


def on_message(topic, payload):
    print("received", topic, payload)


def login():
    client = MQTTClient(
        CLIENT_ID, HOST, port=PORT, user=USER, password=PASSWORD, keepalive=KEEP_ALIVE, ssl=tls()
    )
    client.set_callback(on_message)
    client.connect(clean_session=CLEAN_SESSION)
    print("logged in")
    for topic, qos in TOPICS:
        client.subscribe(topic, qos)
    for topic, payload, retain in REPORTS:
        client.publish(topic, payload, retain)
    return client


def serve(client):
    pinged = time.ticks_ms()
    while True:
        client.check_msg()
        if KEEP_ALIVE and time.ticks_diff(time.ticks_ms(), pinged) > KEEP_ALIVE * 500:
            client.ping()
            pinged = time.ticks_ms()
        time.sleep_ms(50)


while True:
    try:
        wifi()
        serve(login())
    except MQTTException as refused:
        print("refused with code", refused, "- 4 and 5 mean that the credentials are wrong")
        time.sleep(60)
    except OSError as lost:
        print("connection lost:", lost)
        time.sleep(10)
