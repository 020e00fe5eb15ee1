def is_genuine(content, signatures, secret, timestamp):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    ours = b"v1," + base64.b64encode(hmac.digest(key, content, "sha256"))
    signed = any(hmac.compare_digest(ours, one.encode()) for one in signatures.split(" "))
    return signed and timestamp.isdecimal() and abs(time.time() - int(timestamp)) <= 300

def verify_redirect(path):
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(path).query))
    names = ["checkout", "timestamp", "state", "amount", "currency", "reference"]
    told = {name: query.get("tuppence_" + name, "") for name in names}
    signature = query.get("tuppence_signature", "")
    content = ".".join(told.values()).encode()
    return told if is_genuine(content, signature, "@REDIRECT_SECRET@", told["timestamp"]) else None
