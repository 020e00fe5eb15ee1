curl -sS "$TUPPENCE/api/v1/checkouts/$ID" -H "Authorization: Bearer $KEY"
