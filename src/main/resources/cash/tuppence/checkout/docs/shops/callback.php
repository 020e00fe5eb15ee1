function verify_callback(array $server, string $body): ?array {
    [$id, $timestamp, $signatures] = array_map(fn($name) => $server["HTTP_WEBHOOK_$name"] ?? '', ['ID', 'TIMESTAMP', 'SIGNATURE']);
    return is_genuine("$id.$timestamp.$body", $signatures, '@CALLBACK_SECRET@', $timestamp) ? json_decode($body, true) : null;
}
