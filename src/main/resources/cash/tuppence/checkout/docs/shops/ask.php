<?php
function create_checkout(string $reference): array {
    $request = curl_init('@TUPPENCE@/api/v1/checkouts');
    curl_setopt_array($request, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true, CURLOPT_TIMEOUT => 10,
        CURLOPT_HTTPHEADER => ['Authorization: Bearer @KEY@', 'Content-Type: application/json', "Idempotency-Key: $reference"],
        CURLOPT_POSTFIELDS => json_encode(['amount' => ['amount' => '2.50', 'currency' => 'USD'],
            'description' => 'A tin of tea', 'reference' => $reference, 'return_url' => '@SHOP@/return'])]);
    return json_decode(curl_exec($request), true);
}
