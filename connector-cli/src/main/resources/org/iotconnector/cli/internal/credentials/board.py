# @device@
# For MicroPython 1.22 or newer with umqtt.simple: mpremote mip install umqtt.simple
# Save it as main.py on the board, with the name and password of your WiFi.
import network
import time
@imports@from umqtt.simple import MQTTClient, MQTTException

WIFI_NAME = "your-wifi"
WIFI_PASSWORD = "your-wifi-password"

HOST = @host@
PORT = @port@
@settings@

# What the board reports after each login: @example@
REPORTS = (
@reports@
)

# Where the platform's answers and commands arrive, each with its QoS.
TOPICS = (
@topics@
)
@ca@@tls@

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
