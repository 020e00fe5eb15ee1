TUPPENCE=@TUPPENCE@
KEY=@KEY@
ORDER=order-$(openssl rand -hex 8)

CHECKOUT=$(curl -sS "$TUPPENCE/api/v1/checkouts" \
  -H "Authorization: Bearer $KEY" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $ORDER" \
  -d '{"amount": {"amount": "2.50", "currency": "USD"}, "description": "A tin of tea",
       "reference": "'$ORDER'", "return_url": "@SHOP@/return"}')
echo "$CHECKOUT"

ID=$(echo "$CHECKOUT" | sed -n 's/.*"id":"\(co_[^"]*\)".*/\1/p')
echo "Now open $TUPPENCE/pay/$ID and pay."
