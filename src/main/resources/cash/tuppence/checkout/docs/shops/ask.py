import base64, hmac, json, time, urllib.parse, urllib.request, uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

def create_checkout(reference):
    order = {"amount": {"amount": "2.50", "currency": "USD"}, "description": "A tin of tea",
             "reference": reference, "return_url": "@SHOP@/return"}
    request = urllib.request.Request("@TUPPENCE@/api/v1/checkouts", json.dumps(order).encode(), {
        "Authorization": "Bearer @KEY@", "Content-Type": "application/json",
        "Idempotency-Key": reference})
    return json.load(urllib.request.urlopen(request, timeout=10))
