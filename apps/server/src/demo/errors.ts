import { defineErrors } from '../foundation/errors/index.ts';

export const demoErrors = defineErrors({
  'demo.busy': { status: 409, title: 'The demo’s clock is moving already.' },
  'demo.not_ready': { status: 409, title: 'The demo is still being filled.' },
  'demo.product_not_found': { status: 422, title: 'The shop does not sell this product.' },
  'demo.coupon_not_usable': { status: 422, title: 'The shop does not take this code.' },
});
