import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { createCheckout, verifyCallback, verifyRedirect } from 'tuppence/server';

const ask = (reference) => createCheckout({
  amount: { amount: '2.50', currency: 'USD' }, description: 'A tin of tea',
  reference, return_url: '@SHOP@/return',
}, { host: '@TUPPENCE@', key: '@KEY@', idempotencyKey: reference });
