const CSS = `
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  :host([hidden]), [hidden], div:empty {
    display: none !important;
  }
  div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    font: 600 1rem/1.25 var(--tuppence-font, system-ui, sans-serif);
  }
  div, label {
    position: relative;
  }
  button, label span {
    box-sizing: border-box;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    border: 1px solid #888;
    border-radius: var(--tuppence-radius, 0.75rem);
    padding: 0.5rem 1rem;
    font: inherit;
  }
  button {
    border-color: #fff3;
    background: var(--tuppence-color, #0b5345);
    color: var(--tuppence-on-color, #fff);
    cursor: pointer;
  }
  button:hover {
    opacity: 0.9;
  }
  :checked + span {
    border-color: currentColor;
    box-shadow: inset 0 0 0 1px;
    background: #8883;
  }
  :focus-visible, :focus-visible + span {
    outline: 3px solid #c2500f;
    outline-offset: 3px;
  }
  p {
    flex-basis: 100%;
    margin: 0;
    font-weight: 400;
  }
  input, .unseen {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    overflow: hidden;
    opacity: 0;
    cursor: pointer;
  }
  .unseen {
    pointer-events: none;
  }
  i {
    width: 1.5rem;
    height: 1.5rem;
    border-radius: 50%;
    background:
      linear-gradient(#fff3e8 0 0) 35% 37% / 40% 14% no-repeat,
      linear-gradient(#fff3e8 0 0) 65% 63% / 40% 14% no-repeat,
      #a4542a;
  }
  [aria-disabled=true] {
    opacity: 0.75;
    cursor: progress;
  }
  [aria-disabled=true] i {
    rotate: y 1turn;
  }
  @media (prefers-reduced-motion: no-preference) {
    i {
      transition: rotate 1s;
    }
  }
`;

/** The one sheet of all buttons on a page, which a CSP lets in where it refuses inline styles. */
export const styles = new CSSStyleSheet();
styles.replaceSync(CSS);
