CALLBACK_SECRET=@CALLBACK_SECRET@

verify_callback() { # verify_callback ID TIMESTAMP SIGNATURE BODY
  EXPECTED="v1,$(printf %s "$1.$2.$4" | sign $CALLBACK_SECRET)"
  case " $3 " in *" $EXPECTED "*) echo "The callback is genuine" ;; *) echo "The callback is forged" ;; esac
}
NOW=$(date +%s)
BODY='{"type":"checkout.paid","livemode":true,"data":{"id":"'$ID'","state":"paid","sequence":2}}'
SIGNATURE="v1,$(printf %s "evt_1.$NOW.$BODY" | sign $CALLBACK_SECRET)"
verify_callback evt_1 "$NOW" "$SIGNATURE" "$BODY"
verify_callback evt_1 "$NOW" "$SIGNATURE" "$BODY, and a word more"
