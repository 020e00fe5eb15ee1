// A store's own code, to be compiled against the package's types.
import { load, type TuppenceDetail } from 'tuppence';
import {
  createCheckout,
  readCheckout,
  SignatureError,
  TuppenceError,
  verifyCallback,
  verifyGift,
  verifyRedirect,
} from 'tuppence/server';

const till = { host: 'https://cash.example', key: 'sk_test_1' };

export async function buy(): Promise<string> {
  await load(till.host, { file: 'tuppence-1.js', integrity: 'sha384-1' });
  document.addEventListener('tuppence-paid', ({ detail }) => console.log(detail.checkout, detail.state));
  document.querySelector('tuppence-button')?.click();
  const order = { amount: { amount: '2.50', currency: 'USD' }, description: 'Tea', return_url: 'https://shop.example' };
  const { id } = await createCheckout(order, { ...till, idempotencyKey: 'order-17' });
  return (await readCheckout(id, till)).url;
}

export function comeBack(address: string, query: Record<string, string | string[] | undefined>): string {
  try {
    const { transfer } = verifyGift(query, 'whsec_1');
    const { checkout, state, at } = verifyRedirect(new URL(address), ['whsec_1', 'whsec_2'], { toleranceSeconds: 60 });
    return `${transfer} ${checkout} ${state} ${at.getTime()}`;
  } catch (fault) {
    if (fault instanceof SignatureError) return fault.code;
    if (fault instanceof TuppenceError) return `${fault.status} ${fault.errors[0]?.field}`;
    throw fault;
  }
}

export function callback(body: Uint8Array, headers: Record<string, string | string[] | undefined>): number {
  const { data, livemode } = verifyCallback(body, headers, 'whsec_1');
  return livemode && data.state === 'paid' ? data.sequence : 0;
}

// @ts-expect-error: an amount is text.
createCheckout({ amount: { amount: 2.5, currency: 'USD' }, description: 'Tea', return_url: 'https://shop.example' }, till);

const detail: TuppenceDetail = { checkout: null, state: null, code: 'refused' };
console.log(detail);
