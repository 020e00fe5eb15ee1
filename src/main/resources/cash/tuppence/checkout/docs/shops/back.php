function is_genuine(string $content, string $signatures, string $secret, string $timestamp): bool {
    $ours = 'v1,' . base64_encode(hash_hmac('sha256', $content, base64_decode(substr($secret, 6)), true));
    $signed = array_filter(explode(' ', $signatures), fn($one) => hash_equals($ours, $one));
    return $signed && ctype_digit($timestamp) && abs(time() - (int) $timestamp) <= 300;
}

function verify_redirect(array $query): ?array {
    $told = [];
    foreach (['checkout', 'timestamp', 'state', 'amount', 'currency', 'reference'] as $name) {
        $told[$name] = (string) ($query["tuppence_$name"] ?? '');
    }
    $signature = (string) ($query['tuppence_signature'] ?? '');
    return is_genuine(implode('.', $told), $signature, '@REDIRECT_SECRET@', $told['timestamp']) ? $told : null;
}
