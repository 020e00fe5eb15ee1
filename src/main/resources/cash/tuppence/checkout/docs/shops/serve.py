orders = {}  # in a real shop, a table of your database
PAGE = """<!doctype html><title>My shop</title><script type="module" src="@TUPPENCE@/plugin/v1/tuppence.js"></script>
<tuppence-button create="/checkout"><form method="post" action="/checkout"><button>Pay $2.50</button></form></tuppence-button>"""

def settle(news):
    checkout, order = news["data"], orders.get(news["data"]["reference"])
    if news["type"] == "checkout.paid" and order and news["livemode"] \
            and (checkout["id"], checkout["amount"]) == (order["id"], order["amount"]) and not order["paid"]:
        order["paid"] = True  # once, however often it is said
        print(checkout["reference"], "is paid", flush=True)

class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        if not self.path.startswith("/return?"):
            return self.answer(200, PAGE, "text/html")
        told = verify_redirect(self.path)
        self.answer(*((200, f"{told['reference']}: {told['state']}") if told else (400, "forged")))

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.callback(body) if self.path == "/callback" else self.checkout()

    def callback(self, body):
        news = verify_callback(self.headers, body)
        if news and news["type"].startswith("checkout."):
            settle(news)
        self.answer(204 if news else 400)

    def checkout(self):
        reference = f"order-{uuid.uuid4()}"
        made = create_checkout(reference)
        orders[reference] = {"id": made["id"], "amount": made["amount"], "paid": False}
        if "application/json" in self.headers.get("Accept", ""):
            return self.answer(200, json.dumps({"url": made["url"]}), "application/json")
        self.answer(303, location=made["url"])

    def answer(self, status, text="", type="text/plain", location=None):
        self.send_response(status)
        self.send_header("Content-Type", type + "; charset=utf-8")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(text.encode())

server = ThreadingHTTPServer(("127.0.0.1", @PORT@), Shop)
print("My shop is ready at @SHOP@", flush=True)
server.serve_forever()
