import { offerOf } from './offer.js';
import { View } from './view.js';

const LEAVING_MILLIS = 15_000;

/** `<tuppence-button>`: leads to a page of Tuppence where one pays or gives. README.md documents it. */
export class TuppenceButtonElement extends HTMLElement {
  static observedAttributes = ['button', 'create', 'give', 'amounts', 'currency', 'reference', 'return-url', 'label'];

  #view = new View(this.attachShadow({ mode: 'open', delegatesFocus: true }));
  #offer = null;
  #live = false;
  #busy = false;
  #timer;

  constructor() {
    super();
    this.#view.button.addEventListener('click', () => this.#open());
  }

  connectedCallback() {
    this.#live = true;
    addEventListener('pageshow', this.#restored);
    this.#renew();
  }

  disconnectedCallback() {
    this.#live = false;
    removeEventListener('pageshow', this.#restored);
    this.#offer = null;
    this.#rest();
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now && this.#live) this.#renew();
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
    if (!this.#offer) queueMicrotask(() => this.#objectToAttributes());
  }

  async #open() {
    const offer = this.#offer;
    if (!offer || this.#busy) return;
    this.#wait();
    const { address, code } = await offer.open(this.#view.amount);
    // Another offer by now, or none: what was asked for is no longer what stands on the page.
    if (offer !== this.#offer) return;
    if (code) this.#fail(code);
    else this.#go(address);
  }

  #go(address) {
    const checkout = /\/pay\/(co_\w+)/.exec(address)?.[1] ?? null;
    if (!this.#tell('open', { checkout, state: checkout && 'open' })) return this.#rest();
    // A payer who stops the page from loading finds a button that works again.
    this.#timer = setTimeout(this.#rest, LEAVING_MILLIS);
    location.assign(address);
  }

  #fail(code) {
    this.#rest();
    if (this.#tellFault(code)) this.#view.sayFailed();
  }

  #objectToAttributes() {
    if (this.#live && !this.#offer) this.#tellFault('bad_attributes');
  }

  #wait() {
    this.#busy = true;
    this.#view.busy = true;
  }

  #rest = () => {
    clearTimeout(this.#timer);
    this.#busy = false;
    this.#view.busy = false;
  };

  // The back button may bring this page back as it was left: waiting.
  #restored = ({ persisted }) => {
    if (persisted) this.#rest();
  };

  #tellFault(code) {
    return this.#tell('error', { checkout: null, state: null, code });
  }

  #tell(what, detail) {
    return this.dispatchEvent(
      new CustomEvent('tuppence-' + what, { bubbles: true, composed: true, cancelable: true, detail }),
    );
  }
}
