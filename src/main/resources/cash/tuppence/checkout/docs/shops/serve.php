const ORDERS = __DIR__ . '/orders.json'; // in a real shop, a table of your database

function settle(array $news): void {
    $orders = json_decode(file_get_contents(ORDERS), true);
    $checkout = $news['data'];
    $order = $orders[$checkout['reference'] ?? ''] ?? null;
    if ($news['type'] === 'checkout.paid' && $order && $news['livemode'] && !$order['paid']
        && [$checkout['id'], $checkout['amount']] == [$order['id'], $order['amount']]) {
        $orders[$checkout['reference']]['paid'] = true; // once, however often it is said
        file_put_contents(ORDERS, json_encode($orders));
        error_log("{$checkout['reference']} is paid");
    }
}

function checkout(): void {
    $reference = 'order-' . bin2hex(random_bytes(12));
    $made = create_checkout($reference);
    $orders = is_file(ORDERS) ? json_decode(file_get_contents(ORDERS), true) : [];
    $orders[$reference] = ['id' => $made['id'], 'amount' => $made['amount'], 'paid' => false];
    file_put_contents(ORDERS, json_encode($orders));
    if (str_contains($_SERVER['HTTP_ACCEPT'] ?? '', 'application/json')) {
        header('Content-Type: application/json');
        echo json_encode(['url' => $made['url']]);
    } else {
        header("Location: {$made['url']}", true, 303);
    }
}

function callback(): void {
    $news = verify_callback($_SERVER, file_get_contents('php://input'));
    http_response_code($news ? 204 : 400);
    if ($news && str_starts_with($news['type'], 'checkout.')) settle($news);
}

function come_back(): void {
    $told = verify_redirect($_GET);
    header('Content-Type: text/plain; charset=utf-8');
    http_response_code($told ? 200 : 400);
    echo $told ? "{$told['reference']}: {$told['state']}" : 'forged';
}

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/checkout') checkout();
elseif ($path === '/callback') callback();
elseif ($path === '/return') come_back();
else echo <<<'PAGE'
    <!doctype html><title>My shop</title><script type="module" src="@TUPPENCE@/plugin/v1/tuppence.js"></script>
    <tuppence-button create="/checkout"><form method="post" action="/checkout"><button>Pay $2.50</button></form></tuppence-button>
    PAGE;
