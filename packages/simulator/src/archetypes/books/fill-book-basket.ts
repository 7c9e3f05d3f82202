import { choose, pick } from '../../laws/choose.ts';
import type { SimulatedProduct } from '../../simulated-product.ts';
import type { BasketLine, BasketMoment } from '../archetype.ts';
import { getProduct } from '../get-product.ts';

/** What people begin with, and thereby what they go on with. */
const beginnings = [
  ['tidewater', 34],
  ['salt-road', 22],
  ['quiet-work', 24],
  ['', 20],
] as const;

const singles = ['small-repairs', 'kitchen-almanac', 'low-light'];
const gifts = ['kitchen-almanac', 'low-light', 'book-token', 'tidewater-1', 'small-repairs'];

/** Who has a volume most likely takes the next; each rung of the ladder is climbed by fewer, being dearer. */
const climbShare = [1, 0.45, 0.3, 0.18];

/** Each reader keeps to paper or to downloads. */
const ebookShare = 0.36;

export function fillBookBasket(moment: BasketMoment): readonly BasketLine[] {
  const { random, products, isGift } = moment;
  if (isGift) return [{ product: getProduct(products, pick(random, gifts)), quantity: 1 }];
  const main = nextVolume(moment) ?? pickSingle(moment);
  const withIt = random.next() < 0.16 ? pickSingle(moment) : null;
  const together = withIt === null || withIt === main ? [main] : [main, withIt];
  return together.map((product) => ({ product, quantity: 1 }));
}

/** The next of the reader's own series, or the first of another once that is read; null when they want something else. */
function nextVolume({ random, taste, products, bought }: BasketMoment): SimulatedProduct | null {
  const isDigital = taste.fork('format').next() < ebookShare;
  const own = choose(taste.fork('series'), beginnings);
  if (own === '' && random.next() < 0.7) return null;
  const order = own === '' ? ['tidewater', 'salt-road'] : [own, 'tidewater', 'salt-road'];
  for (const key of order) {
    const volumes = [...products.values()].filter(
      (product) => product.series?.key === key && (key === 'quiet-work' || product.isDigital === isDigital),
    );
    const next = volumes.find(({ externalId }) => !bought.has(externalId));
    if (next === undefined) continue;
    const position = next.series?.position ?? 1;
    const share = key === 'quiet-work' ? (climbShare[position - 1] ?? 0) : position === 1 ? 1 : 0.75;
    if (random.next() < share) return next;
  }
  return null;
}

function pickSingle({ random, products, bought }: BasketMoment): SimulatedProduct {
  const unread = singles.filter((id) => !bought.has(id));
  return getProduct(products, pick(random, unread.length > 0 ? unread : [...singles, 'book-token']));
}
