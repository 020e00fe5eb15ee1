def verify_callback(headers, body):
    id, timestamp, signatures = (headers.get("webhook-" + name, "") for name in ["id", "timestamp", "signature"])
    content = f"{id}.{timestamp}.".encode() + body
    return json.loads(body) if is_genuine(content, signatures, "@CALLBACK_SECRET@", timestamp) else None
