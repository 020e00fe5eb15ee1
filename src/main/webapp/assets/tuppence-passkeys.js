// Passkeys: asks the browser for one and sends what it answers as a form. Without this file their forms stay hidden, and
// everything else works.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const named = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));

const toCreate = (options) => ({
  ...options,
  challenge: bytes(options.challenge),
  user: { ...options.user, id: bytes(options.user.id) },
  excludeCredentials: named(options.excludeCredentials),
});

const toShow = (options) => ({
  ...options,
  challenge: bytes(options.challenge),
  allowCredentials: named(options.allowCredentials),
});

/**
 * A form around a passkey. {@code data-passkey} says what for: {@code create}, {@code show}, or {@code sign-in}, which also
 * offers passkeys in the field for the name. {@code data-options} is what to ask the browser for, {@code data-options-from}
 * where to fetch that anew each time.
 */
class PasskeyForm {
  #form;
  #waiting = new AbortController();

  constructor(form) {
    this.#form = form;
  }

  async offer() {
    if (!window.PublicKeyCredential || !(await this.#options())) return;
    this.#form.hidden = false;
    this.#form.querySelector("[data-passkey-ask]").addEventListener("click", () => this.#ask());
    if (this.#form.dataset.passkey === "sign-in") this.#askQuietly();
  }

  async #options() {
    const { options, optionsFrom } = this.#form.dataset;
    if (options) return JSON.parse(options);
    const answer = await fetch(optionsFrom, { headers: { accept: "application/json" } });
    return answer.ok ? answer.json() : null;
  }

  /** Passkeys among what the browser fills into the field; it waits until somebody picks one. Nobody asked, so nobody is told when none is. */
  async #askQuietly() {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    try {
      const publicKey = toShow(await this.#options());
      this.#send(await navigator.credentials.get({ publicKey, mediation: "conditional", signal: this.#waiting.signal }));
    } catch (fault) {
      if (fault.name !== "AbortError" && fault.name !== "NotAllowedError") throw fault;
    }
  }

  async #ask() {
    if (!this.#form.reportValidity()) return;
    this.#waiting.abort();
    this.#tell("");
    try {
      const options = await this.#options();
      this.#send(
        await (this.#form.dataset.passkey === "create"
          ? navigator.credentials.create({ publicKey: toCreate(options) })
          : navigator.credentials.get({ publicKey: toShow(options) })),
      );
    } catch (fault) {
      this.#tell(fault.name === "InvalidStateError" ? "known" : "failed");
    }
  }

  #send({ rawId, response }) {
    const said = {
      credential: rawId,
      client_data: response.clientDataJSON,
      attestation: response.attestationObject,
      authenticator_data: response.authenticatorData,
      signature: response.signature,
      user_handle: response.userHandle,
    };
    for (const [name, value] of Object.entries(said)) {
      if (value && this.#form.elements[name]) this.#form.elements[name].value = text(value);
    }
    const { remember } = this.#form.elements;
    if (remember && document.getElementById("remember")?.checked) remember.value = "yes";
    this.#form.submit();
  }

  #tell(what) {
    for (const fault of this.#form.querySelectorAll("[data-passkey-fault]")) {
      fault.hidden = fault.dataset.passkeyFault !== what;
    }
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) new PasskeyForm(form).offer();
