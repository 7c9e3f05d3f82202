/* What is in a cart, told to the shop's Regulars: only once its owner has typed an address in the checkout and agreed. */
(() => {
  const script = document.currentScript;
  const { key, consent, cartUrl } = script.dataset;
  const endpoint = new URL('v1/carts', script.src);
  const early = Array.isArray(window.regulars) ? window.regulars : [];
  const isForbidden =
    navigator.globalPrivacyControl === true || navigator.doNotTrack === '1' || window.doNotTrack === '1';
  const addressFields = '#billing_email, .wc-block-checkout input[type=email], input[data-regulars-email]';

  /* Storage may be switched off: then nothing outlives the page. */
  const recall = (name) => {
    try {
      return sessionStorage.getItem(`regulars.${name}`);
    } catch {
      return null;
    }
  };
  const keep = (name, value) => {
    try {
      if (value === null) sessionStorage.removeItem(`regulars.${name}`);
      else sessionStorage.setItem(`regulars.${name}`, value);
    } catch {
      /* Without it, the next page begins anew. */
    }
  };

  /* What was said on this visit comes before what the snippet says. */
  let hasConsent = (recall('consent') ?? consent) === 'given';
  let email = recall('email');
  let cart = null;
  let told = '';

  const tell = () => {
    if (isForbidden || !hasConsent || !email || !cart) return;
    let id = recall('cart');
    if (id === null && cart.items.length === 0) return;
    if (id === null) {
      id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
        '',
      );
      keep('cart', id);
    }
    const body = JSON.stringify({ key, email, cart: { id, ...cart } });
    if (cart.items.length === 0) keep('cart', null);
    if (body === told) return;
    told = body;
    /* Plain text needs no leave to be asked first, and outlives the page. */
    fetch(endpoint, { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(() => (told = ''));
  };

  const readShop = async () => {
    const api = document.querySelector('link[rel="https://api.w.org/"]');
    if (isForbidden || !hasConsent || !email || api === null) return;
    try {
      const answer = await fetch(`${api.href}wc/store/v1/cart`, { credentials: 'same-origin' });
      if (!answer.ok) return;
      const { items } = await answer.json();
      regulars.cart({
        items: items.map(({ id, quantity, permalink }) => ({ productId: id, quantity, productUrl: permalink })),
      });
    } catch {
      /* The shop works without us. */
    }
  };

  const regulars = {
    /* { items: [{ productId, quantity, productUrl? }], url? } */
    cart({ items, url = cartUrl }) {
      cart = {
        url: new URL(url || location.pathname, location.href).href,
        items: items.slice(0, 50).map(({ productId, quantity, productUrl }) => ({
          productId: String(productId),
          quantity: Number(quantity),
          ...(productUrl ? { productUrl: new URL(productUrl, location.href).href } : {}),
        })),
      };
      tell();
    },
    email(typed) {
      if (isForbidden || !hasConsent) return;
      email = typed;
      keep('email', typed);
      tell();
      void readShop();
    },
    consent(isGiven) {
      hasConsent = isGiven === true;
      keep('consent', hasConsent ? 'given' : 'refused');
      if (!hasConsent) {
        email = null;
        keep('email', null);
        keep('cart', null);
      }
    },
    push: ([name, ...given]) => regulars[name](...given),
  };
  window.regulars = regulars;

  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(addressFields)) return;
    const typed = target.value.trim();
    if (typed.includes('@') && target.validity.valid) regulars.email(typed);
  });
  for (const change of ['wc-blocks_added_to_cart', 'wc-blocks_removed_from_cart'])
    document.addEventListener(change, () => void readShop());
  early.forEach(regulars.push);
  void readShop();
})();
