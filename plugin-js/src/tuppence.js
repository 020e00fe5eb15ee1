import { TuppenceButtonElement } from './tuppence-button-element.js';

// A page may well load this twice, by two names; a name can be defined only once.
if (!customElements.get('tuppence-button')) customElements.define('tuppence-button', TuppenceButtonElement);
