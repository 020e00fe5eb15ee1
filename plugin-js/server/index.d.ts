/** An amount of cash. */
export interface Money {
  /** In decimal, such as `"2.50"`: text, since no floating point number holds it exactly. */
  amount: string;
  /** An ISO 4217 code; `XTS` is play money. */
  currency: string;
}

export type CheckoutState =
  | 'open'
  | 'authorized'
  | 'paid'
  | 'partially_refunded'
  | 'refunded'
  | 'canceled'
  | 'expired';

/** A request to be paid, as `GET /api/v1/checkouts/{id}` gives it. */
export interface Checkout {
  id: string;
  /** Where the payer pays. */
  url: string;
  livemode: boolean;
  state: CheckoutState;
  amount: Money;
  amount_captured: Money;
  amount_refunded: Money;
  description: string;
  reference: string | null;
  /** Your customer's address, as you gave it. Whoever paid may have another. */
  customer_email: string | null;
  metadata: Record<string, unknown> | null;
  return_url: string;
  created_at: string;
  expires_at: string;
  authorization_expires_at: string | null;
  paid_at: string | null;
  /** Grows with each change: what has a smaller one than you have seen is old news. */
  sequence: number;
}

/** What `POST /api/v1/checkouts` takes. */
export interface Order {
  amount: Money;
  description: string;
  /** Your own name for the order. */
  reference?: string;
  /** Your customer's address: the payment page begins its forms with it. */
  customer_email?: string;
  /** On an origin that your business registered. */
  return_url: string;
  cancel_url?: string;
  items?: { name: string; quantity?: number; amount?: Money }[];
  metadata?: Record<string, unknown>;
  expires_in_seconds?: number;
  capture?: 'automatic' | 'manual';
}

export interface Till {
  /** Your Tuppence, with its context path if it has one. */
  host: string | URL;
  /** `sk_live_…` or `sk_test_…`. */
  key: string;
  /** For each try; 10,000 unless told. */
  timeoutMillis?: number;
}

export interface CreateOptions extends Till {
  /** One for each order. With it, asking again gives the same checkout. */
  idempotencyKey?: string;
}

export interface VerifyOptions {
  /** How far from now a timestamp may be; 300 unless told. */
  toleranceSeconds?: number;
  now?: Date;
}

/** One secret, or all that are valid while one follows the other. */
export type Secrets = string | readonly string[];

/** Query parameters as web frameworks make them. */
export type Parameters = Record<string, string | string[] | undefined>;

/** What a genuine way back says. It is a convenience: fulfil on the callback, or on `readCheckout`. */
export interface Redirect {
  checkout: string;
  state: 'paid' | 'authorized' | 'canceled';
  amount: Money;
  /** Empty where the checkout has none. */
  reference: string;
  /** When the payer was sent back. */
  at: Date;
}

export interface Gift {
  transfer: string;
  state: string;
  amount: Money;
  reference: string;
  at: Date;
}

export interface Callback<Data = Checkout> {
  /** The same for each time that it is sent. */
  id: string;
  /** `checkout.paid` and so on. */
  type: string;
  timestamp: string;
  livemode: boolean;
  /** The object as `GET` gives it. */
  data: Data;
}

/** Tuppence refused, or could not be reached. */
export class TuppenceError extends Error {
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** The problem document's `code`; `unreachable` where there was no answer, `bad_answer` where it was none of Tuppence's. */
  readonly code: string;
  readonly errors: { field: string; message: string }[];
}

/** What came is not from Tuppence, not for this store, or too old to be believed. */
export class SignatureError extends Error {
  readonly code: 'malformed' | 'bad_signature' | 'too_old';
}

export function createCheckout(order: Order, options: CreateOptions): Promise<Checkout>;

export function readCheckout(id: string, till: Till): Promise<Checkout>;

/** @throws SignatureError */
export function verifyRedirect(
  from: string | URL | URLSearchParams | Parameters,
  secrets: Secrets,
  options?: VerifyOptions,
): Redirect;

/** @throws SignatureError */
export function verifyGift(
  from: string | URL | URLSearchParams | Parameters,
  secrets: Secrets,
  options?: VerifyOptions,
): Gift;

/** @throws SignatureError */
export function verifyCallback<Data = Checkout>(
  body: string | Uint8Array,
  headers: Headers | Record<string, string | string[] | undefined>,
  secrets: Secrets,
  options?: VerifyOptions,
): Callback<Data>;
