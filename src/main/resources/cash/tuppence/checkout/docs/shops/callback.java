    static boolean isGenuineCallback(Headers headers, String body) throws GeneralSecurityException {
        String timestamp = Objects.requireNonNullElse(headers.getFirst("webhook-timestamp"), "");
        String content = headers.getFirst("webhook-id") + "." + timestamp + "." + body;
        String signatures = Objects.requireNonNullElse(headers.getFirst("webhook-signature"), "");
        return isGenuine(content, signatures, "@CALLBACK_SECRET@", timestamp);
    }
