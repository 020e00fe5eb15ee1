REDIRECT_SECRET=@REDIRECT_SECRET@
BACK='paste the address of the page that your browser was sent to'

sign() { # sign SECRET < CONTENT
  openssl dgst -sha256 -mac HMAC -binary \
    -macopt "hexkey:$(printf %s "${1#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')" |
    openssl base64 -A
}
field() { # field NAME: that parameter of the address, decoded
  printf '%b' "$(printf %s "$BACK" | sed -n "s/.*[?&]tuppence_$1=\([^&]*\).*/\1/p" | sed 's/+/ /g; s/%/\\x/g')"
}
CONTENT="$(field checkout).$(field timestamp).$(field state).$(field amount).$(field currency).$(field reference)"
if [ "$(field signature)" = "v1,$(printf %s "$CONTENT" | sign $REDIRECT_SECRET)" ]; then
  echo "The way back is genuine: $(field reference) is $(field state)"
else
  echo "The way back is forged"
fi
