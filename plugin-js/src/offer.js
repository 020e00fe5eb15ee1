import { addressOf } from './address.js';
import { createCheckout } from './checkout.js';
import { make } from './elements.js';
import { HOST } from './host.js';

/**
 * What an element's attributes ask for: `label`, `choices` (amounts to show, maybe none), whether it `pops` up where the
 * page wants that, and `open(amount)`, which gives the `address` to go to, or a `code`, or a promise of either. Undefined
 * where they ask for nothing that can work.
 */
export function offerOf(element) {
  const read = (name) => element.getAttribute(name);
  if (read('button')) return stored(read);
  if (read('create')) return created(read, element);
  if (read('give')) return gift(read);
}

function stored(read) {
  const button = read('button');
  if (/^btn_\w+$/.test(button)) return pay(() => to('pay/button/' + button, { reference: read('reference') }));
}

function created(read, element) {
  const { href, origin } = make('a', { href: read('create') });
  if (origin === location.origin) return pay(() => createCheckout(href, fieldsOf(element, read('reference'))));
}

// The form inside goes along, so that what a shop's framework put there (a CSRF token) counts with JavaScript too.
function fieldsOf(element, reference) {
  const fields = new URLSearchParams(new FormData(element.querySelector('form') ?? undefined));
  if (reference) fields.set('reference', reference);
  return fields;
}

function pay(open) {
  return { label: 'Pay with Tuppence', choices: [], pops: true, open };
}

function gift(read) {
  const handle = /^@?([a-z0-9][\w.-]*)$/i.exec(read('give'));
  if (!handle) return;
  return {
    label: 'Give',
    // A window speaks only to a site that the recipient registered, and without one to go back to there is none.
    pops: read('return-url'),
    choices: (read('amounts') ?? '').split(/[\s,]+/).filter(isAmount),
    open: (amount) =>
      to('give/' + handle[1], {
        amount,
        currency: amount && read('currency'),
        reference: read('reference'),
        return_url: read('return-url'),
      }),
  };
}

function isAmount(text) {
  return /^\d+(\.\d+)?$/.test(text) && text > 0;
}

function to(path, query) {
  return { address: addressOf(HOST + path, query) };
}
