import { make } from './elements.js';
import { money } from './money.js';
import { styles } from './styles.js';

/** What a `<tuppence-button>` shows. */
export class View {
  #label = make('span', { part: 'label' });
  button = make('button', { type: 'button', part: 'button' }, make('i', { part: 'coin' }), this.#label);
  #choices = make('div', { role: 'radiogroup', part: 'choices' });
  #message = make('p', { role: 'status', part: 'message' });
  #body = make('div', {}, this.#choices, this.button, this.#message);
  #fallback = make('slot');
  #host;

  constructor(root) {
    this.#host = root.host;
    root.adoptedStyleSheets = [styles];
    root.append(this.#body, this.#fallback);
  }

  /** The amount that is chosen; undefined where there is none to choose. */
  get amount() {
    return this.#choices.querySelector(':checked')?.value;
  }

  /** Shows an offer; without one, what stands inside the element. */
  show(offer) {
    this.#body.hidden = !offer;
    this.#fallback.hidden = offer;
    if (!offer) return;
    this.#say(this.#label, 'label', offer.label);
    this.#choices.ariaLabel = this.#label.textContent;
    this.#offerChoices(offer.choices);
  }

  set busy(busy) {
    // Not `disabled`, which would take the focus away from who pressed it.
    this.button.ariaDisabled = busy;
    this.#message.className = 'unseen';
    this.#say(this.#message, 'busy-label', busy ? 'Opening Tuppence…' : '');
  }

  /** Says something for all to see, in the page's own words where an attribute has them. */
  say(attribute, words) {
    this.#message.className = '';
    this.#say(this.#message, attribute, words);
  }

  // Choices that stay the same are left alone: one of them may have the focus.
  #offerChoices(amounts) {
    const texts = amounts.map((amount) => money(amount, this.#host));
    if (texts.join('') === this.#choices.textContent) return;
    this.#choices.replaceChildren(...amounts.map((amount, i) => choice(amount, texts[i], !i)));
  }

  // Our own words are English wherever they stand; the page's are in the page's language.
  #say(element, attribute, words) {
    const own = words && this.#host.getAttribute(attribute);
    element.textContent = own || words;
    if (own) element.removeAttribute('lang');
    else element.lang = 'en';
  }
}

function choice(value, text, checked) {
  const input = make('input', { type: 'radio', name: 'amount', value, checked });
  return make('label', {}, input, make('span', { part: 'choice' }, text));
}
