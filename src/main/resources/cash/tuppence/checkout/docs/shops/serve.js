const orders = new Map(); // in a real shop, a table of your database
const PAGE = `<!doctype html><title>My shop</title><script type="module" src="@TUPPENCE@/plugin/v1/tuppence.js"></script>
<tuppence-button create="/checkout"><form method="post" action="/checkout"><button>Pay $2.50</button></form></tuppence-button>`;

async function checkout(accept = '') {
  const reference = `order-${randomUUID()}`;
  const { id, url, amount } = await ask(reference);
  orders.set(reference, { id, amount: amount.amount, paid: false });
  return accept.includes('application/json')
    ? [200, JSON.stringify({ url }), { 'Content-Type': 'application/json' }]
    : [303, '', { Location: url }];
}

async function route({ method, url, headers }, body) {
  if (method === 'POST' && url === '/checkout') return checkout(headers.accept);
  if (method === 'POST' && url === '/callback') return [204, callback(headers, body)];
  if (url.startsWith('/return?')) return [200, comeBack(url)];
  return [200, PAGE, { 'Content-Type': 'text/html; charset=utf-8' }];
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const [status, text, headers] = await route(request, Buffer.concat(chunks)).catch((fault) =>
    fault.name === 'SignatureError' ? [400, 'forged'] : [502, fault.message]);
  response.writeHead(status, headers).end(text);
}).listen(@PORT@, '127.0.0.1', () => console.log('My shop is ready at @SHOP@'));
