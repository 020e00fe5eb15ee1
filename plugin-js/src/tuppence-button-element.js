import { offerOf } from './offer.js';
import { openPopup, outcomeOf } from './popup.js';
import { View } from './view.js';

const LEAVING_MILLIS = 15_000;

/** `<tuppence-button>`: leads to a page of Tuppence where one pays or gives. README.md documents it. */
export class TuppenceButtonElement extends HTMLElement {
  static observedAttributes = ['button', 'create', 'give', 'amounts', 'currency', 'reference', 'return-url', 'label'];

  #view = new View(this.attachShadow({ mode: 'open', delegatesFocus: true }));
  // Null while it stands on no page, undefined where its attributes ask for nothing that can work.
  #offer = null;
  #busy = false;
  #popup;
  #timer;

  constructor() {
    super();
    this.#view.button.addEventListener('click', () => this.#open());
    this.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#popup?.close());
  }

  connectedCallback() {
    this.#renew();
  }

  disconnectedCallback() {
    this.#offer = null;
    this.#rest();
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now && this.#offer !== null) this.#renew();
  }

  /** Does what a click on the visible button does. */
  click() {
    this.#view.button.click();
  }

  #renew() {
    this.#offer = offerOf(this);
    this.#view.show(this.#offer);
    this.#rest();
    // Not at once: whoever sets one attribute after another is not done yet.
    queueMicrotask(() => {
      if (this.#offer === undefined) this.#tell('error', { code: 'bad_attributes' });
    });
  }

  async #open() {
    const offer = this.#offer;
    if (this.#busy) return this.#popup?.focus();
    if (!offer) return;
    // Not every browser does so by itself; then the focus is here again once the window is gone.
    this.#view.button.focus();
    const popup = (this.#popup = offer.pops && this.getAttribute('mode') === 'popup' ? openPopup() : null);
    this.#busy = this.#view.busy = true;
    const { address, code } = await offer.open(this.#view.amount);
    const checkout = /\/pay\/(co_\w+)/.exec(address)?.[1] ?? null;
    // Another offer by now, or none: what was asked for is no longer what stands on the page.
    if (offer !== this.#offer) popup?.close();
    else if (code || !this.#tell('open', { checkout, state: checkout && 'open' })) this.#stay(code);
    else if (popup) this.#follow(popup, address, checkout);
    else this.#leave(address);
  }

  // A payer who stops the page from loading finds a button that works again, and so does one who comes back to it.
  #leave(address) {
    this.#timer = setTimeout(this.#rest, LEAVING_MILLIS);
    addEventListener('pageshow', this.#rest);
    location.assign(address);
  }

  async #follow(popup, address, checkout) {
    const detail = { checkout, ...(await outcomeOf(popup, address)) };
    const paid = /paid|authorized/.test(detail.state);
    this.#rest();
    if (this.#tell(paid ? 'paid' : 'cancel', detail) && paid) this.#view.say('paid-label', 'Paid. Thank you.');
  }

  #stay(code) {
    this.#popup?.close();
    this.#rest();
    if (code && this.#tell('error', { code })) this.#view.say('error-label', 'Nothing was paid. Please try again.');
  }

  #rest = () => {
    clearTimeout(this.#timer);
    this.#busy = this.#view.busy = false;
  };

  #tell(what, detail) {
    detail = { checkout: null, state: null, ...detail };
    return this.dispatchEvent(
      new CustomEvent('tuppence-' + what, { bubbles: true, composed: true, cancelable: true, detail }),
    );
  }
}
