import { choose, pick } from '../../laws/choose.ts';
import type { SimulatedProduct } from '../../simulated-product.ts';
import type { BasketLine, BasketMoment } from '../archetype.ts';
import { getProduct } from '../get-product.ts';

const novels = ['tidewater', 'salt-road'];
const ladder = 'quiet-work';

/** What people begin with, and thereby what they go on with; some with no series at all. */
const beginnings = [
  ['tidewater', 34],
  ['salt-road', 22],
  [ladder, 24],
  ['none', 20],
] as const;

const singles = ['small-repairs', 'kitchen-almanac', 'low-light'];
const gifts = ['kitchen-almanac', 'low-light', 'book-token', 'tidewater-1', 'small-repairs'];

/** Who has a volume most likely takes the next; each rung of the ladder is climbed by fewer, being dearer. */
const nextVolumeShare = 0.75;
const climbShares = [1, 0.45, 0.3, 0.18];

/** Each reader keeps to paper or to downloads. */
const ebookShare = 0.36;

/** The next of their own series, then of others; in between something that stands for itself. Nothing is read twice. */
export function fillBookBasket(moment: BasketMoment): readonly BasketLine[] {
  const { random, products, isGift } = moment;
  if (isGift) return [{ product: getProduct(products, pick(random, gifts)), quantity: 1 }];
  const main = pickNext(moment) ?? pickOther(moment);
  const withIt = random.next() < 0.16 ? pickOther(moment) : main;
  return [...new Set([main, withIt])].map((product) => ({ product, quantity: 1 }));
}

/** Null when the reader has had enough of their series for now. */
function pickNext(moment: BasketMoment): SimulatedProduct | null {
  const { random, taste } = moment;
  const own = choose(taste.fork('series'), beginnings);
  if (own === 'none' && random.next() < 0.7) return null;
  for (const key of own === 'none' ? novels : new Set([own, ...novels])) {
    const next = findNext(moment, key);
    if (next !== null && random.next() < shareOf(key, next)) return next;
  }
  return null;
}

function shareOf(key: string, { series }: SimulatedProduct): number {
  const position = series?.position ?? 1;
  if (key === ladder) return climbShares[position - 1] ?? 0;
  return position === 1 ? 1 : nextVolumeShare;
}

/** The first volume of a series that the reader has not; null when they have them all. */
function findNext({ taste, products, bought }: BasketMoment, key: string): SimulatedProduct | null {
  const isDigital = taste.fork('format').next() < ebookShare;
  const isTheirs = ({ series, externalId, ...product }: SimulatedProduct) =>
    series?.key === key && (key === ladder || product.isDigital === isDigital) && !bought.has(externalId);
  return [...products.values()].find(isTheirs) ?? null;
}

/** Something that stands for itself; who has all of that goes on with a novel, and who has those gives a token away. */
function pickOther(moment: BasketMoment): SimulatedProduct {
  const { random, products, bought } = moment;
  const unread = singles.filter((id) => !bought.has(id));
  if (unread.length > 0) return getProduct(products, pick(random, unread));
  const [next] = novels.flatMap((key) => findNext(moment, key) ?? []);
  return next ?? getProduct(products, 'book-token');
}
