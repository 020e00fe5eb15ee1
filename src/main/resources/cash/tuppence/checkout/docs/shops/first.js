import { createServer } from 'node:http';
import { createCheckout, verifyRedirect } from 'tuppence/server';

const ask = (reference) => createCheckout({
  amount: { amount: '2.50', currency: 'XTS' }, description: 'A tin of tea', reference, return_url: '@SHOP@/return',
}, { host: '@TUPPENCE@', key: '@TEST_KEY@', idempotencyKey: reference });
const serve = async ({ method, url }, response) => {
  if (url.startsWith('/return?')) response.end(verifyRedirect(url, '@TEST_REDIRECT_SECRET@').state);
  else if (method === 'POST') response.writeHead(303, { Location: (await ask(`order-${Date.now()}`)).url }).end();
  else response.setHeader('Content-Type', 'text/html').end('<form method="post"><button>Pay</button></form>');
};
createServer((request, response) => serve(request, response).catch((fault) => response.writeHead(400).end(fault.message)))
  .listen(@PORT@, '127.0.0.1', () => console.log('My shop is ready'));
