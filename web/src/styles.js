// Styles that the editor writes at run time carry the nonce of the page, so that the policy can refuse all others.
const nonce = document.querySelector('meta[name=nonce]')?.content;
const create = Document.prototype.createElement;

Document.prototype.createElement = function createElement(name, options) {
  const element = create.call(this, name, options);
  if (nonce && element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
