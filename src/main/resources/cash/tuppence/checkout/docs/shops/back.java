    static boolean isGenuine(String content, String signatures, String secret, String timestamp) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] ours = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)))).getBytes(UTF_8);
        return Stream.of(signatures.split(" ")).anyMatch(one -> MessageDigest.isEqual(ours, one.getBytes(UTF_8)))
                && timestamp.matches("[0-9]{1,12}")
                && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= 300;
    }

    static boolean isGenuineRedirect(Map<String, String> query) throws GeneralSecurityException {
        String content = Stream.of("checkout", "timestamp", "state", "amount", "currency", "reference")
                .map(name -> query.getOrDefault("tuppence_" + name, ""))
                .collect(Collectors.joining("."));
        return isGenuine(content, query.getOrDefault("tuppence_signature", ""), "@REDIRECT_SECRET@",
                query.getOrDefault("tuppence_timestamp", ""));
    }
