/** What the events of `<tuppence-button>` say. None of it is proof of a payment: that comes signed, to the server. */
export interface TuppenceDetail {
  /** The checkout's id (`co_…`), where there is one already. */
  checkout: string | null;
  /** The checkout's state, where there is a checkout. */
  state: 'open' | 'authorized' | 'paid' | 'canceled' | 'expired' | null;
  /** The signed way back to the `return_url`; after a popup. */
  url?: string;
  /** What was given; after a popup for a gift. */
  transfer?: string;
  /** What went wrong, on `tuppence-error`; or that the window was `closed` before it said anything, on `tuppence-cancel`. */
  code?: 'closed' | 'bad_attributes' | 'network' | 'refused' | 'bad_answer' | 'foreign_url';
}

export interface LoadOptions {
  /** `tuppence-{hash}.js`, for one version of the widget; else the newest. */
  file?: string;
  /** What that version must hash to. Your Tuppence shows it under `/docs/`. */
  integrity?: string;
}

/** Loads the widget from your Tuppence, once. Resolves when `<tuppence-button>` works; on a server it does nothing. */
export function load(host: string | URL, options?: LoadOptions): Promise<void>;

export type TuppenceEvent = CustomEvent<TuppenceDetail>;

export interface TuppenceEventMap {
  'tuppence-open': TuppenceEvent;
  'tuppence-paid': TuppenceEvent;
  'tuppence-cancel': TuppenceEvent;
  'tuppence-error': TuppenceEvent;
}

declare global {
  interface HTMLElementEventMap extends TuppenceEventMap {}
  interface DocumentEventMap extends TuppenceEventMap {}
  interface WindowEventMap extends TuppenceEventMap {}
  interface HTMLElementTagNameMap {
    'tuppence-button': HTMLElement;
  }
}
