"""Makes test-support/golden/pareto-nbd-wide.generated.ts: what Pareto/NBD says at hard points, to 17 digits.

    python3 packages/core/scripts/make-pareto-nbd-golden.py > packages/core/test-support/golden/pareto-nbd-wide.generated.ts

Needs Python 3 and mpmath (made with 1.3.0), some two minutes; not part of the test command. The formulas are those of the
papers, not of our code: the likelihood as an Euler integral in untransformed 2F1 (Fader & Hardie 2005, equations 11-16),
DERT by Tricomi's U (Fader, Hardie & Lee 2005), P(n) by integrating over the lifetime (Fader & Hardie 2006). The random
numbers only choose the points; an argument is the double that JSON prints.
"""

import json
import math
import random
import signal
import sys

import mpmath as mp

mp.mp.dps = 40


def term(k, b, t, alpha, beta):
    """Integral over p of p^(b-1) (1-p)^(k-b) (alpha(1-p) + beta p + t)^-k, over the beta function it has at t = 1."""
    if alpha >= beta:
        return (alpha + t) ** -k * mp.hyp2f1(k, b, k + 1, (alpha - beta) / (alpha + t))
    return (beta + t) ** -k * mp.hyp2f1(k, k + 1 - b, k + 1, (beta - alpha) / (beta + t))


def likelihood(p, q):
    r, alpha, s, beta = map(mp.mpf, p)
    x, recency, age = map(mp.mpf, q)
    k = r + s + x
    left = s / k * term(k, s + 1, recency, alpha, beta)
    quiet = (r + x) / k * term(k, s, age, alpha, beta)
    alive = (alpha + age) ** -(r + x) * (beta + age) ** -s
    log_likelihood = mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta) + mp.log(left + quiet)
    return log_likelihood, alive / (left + quiet)


def if_alive(p, q):
    r, alpha, s, beta = map(mp.mpf, p)
    return r + q[0], alpha + mp.mpf(q[2]), s, beta + mp.mpf(q[2])


def expected(customer, t):
    r, alpha, s, beta = customer
    t = mp.mpf(t)
    if s == 1:
        return r / alpha * beta * mp.log1p(t / beta)
    return r * beta / (alpha * (s - 1)) * (1 - (beta / (beta + t)) ** (s - 1))


def residual(customer, delta):
    r, alpha, s, beta = customer
    delta = mp.mpf(delta)
    return r / alpha * delta ** (s - 1) * beta**s * mp.hyperu(s, s, delta * beta)


def purchases(customer, t, n):
    """P(n purchases in (0, t])."""
    r, alpha, s, beta = customer
    t = mp.mpf(t)

    def nbd(u):
        ways = mp.gammaprod([r + n], [r, n + 1])
        return ways * (alpha / (alpha + u)) ** r * (u / (alpha + u)) ** n

    def left(v):
        u = t / (1 + mp.exp(-v))
        return nbd(u) * s * beta**s * (beta + u) ** -(s + 1) * u / (1 + mp.exp(v))

    edges = [-mp.inf, -40, -20, -10, -5, -2, 0, 2, 5, 20, mp.inf]
    return nbd(t) * (beta / (beta + t)) ** s + mp.quad(left, edges)


def points():
    rng = random.Random(20260101)
    cdnow = [0.55328, 10.57768, 0.60624, 11.66873]
    histories = [[0, 0, 39], [26, 30.86, 31], [3, 0.5, 100], [7, 31, 31], [1, 1e-9, 1e-6], [1000, 5, 6]]
    beside = [math.nextafter(1, 0), 1, math.nextafter(1, 2)]
    for q in histories:  # one ULP beside every degenerate line: alpha = beta, s = 1, r + x whole, t_x = T
        for scale in (1e-3, 10.57768, 1e6):
            for a in beside:
                yield [0.55328, scale * a, 0.60624, scale], q
        for a in beside:
            yield [0.55328, 10.57768, a, 11.66873], q
            yield [a, 10.57768, 2 * a, 3], q
            yield [0.55328, 10.57768, 0.60624, 11.66873], [q[0], q[2] * min(a, 1) if q[0] else 0, q[2]]
    for place in range(4):  # small and huge parameters
        for value in (1e-9, 1e-6, 1e-3, 1e3, 1e6, 1e9):
            p = list(cdnow)
            p[place] = value
            for q in histories:
                yield p, q
    for z in (0.49, 0.5, 0.51, 0.9, 0.97, 0.98, 0.999, 0.99999):  # both orders, z at t = 1
        for q in ([0, 0, 1], [2, 1, 1], [12, 1, 30], [400, 1, 1.5]):
            low = 1e-3
            high = (z + low) / (1 - z)
            yield [0.7, high, 0.6, low], q
            yield [0.7, low, 0.6, high], q
    for x in (10**4, 10**5, 10**6):  # many purchases
        for share in (0.5, 0.999999, 1):
            yield cdnow, [x, share * 500, 500]
            yield [2.5, 1, 3, 40], [x, share * 500, 500]
    for _ in range(160):
        p = [10 ** rng.uniform(-3, 3), 10 ** rng.uniform(-3, 4), 10 ** rng.uniform(-3, 2), 10 ** rng.uniform(-3, 4)]
        age = 10 ** rng.uniform(-2, 3.5)
        x = rng.choice([0, 1, 2, 5, 20, 150])
        yield p, [x, age * rng.random() if x else 0, age]


def stop(*_):
    raise TimeoutError


def within(seconds, work):
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def to_number(value):
    return float(mp.nstr(mp.re(value), 25))


def row_of(index, p, q):
    duration = [1e-6, 1, 39, 1e4][index % 4]
    log_likelihood, alive = within(2, lambda: likelihood(p, q))
    customer = if_alive(p, q)
    none = within(2, lambda: mp.exp(likelihood(customer, [0, 0, duration])[0]))
    row = {
        "parameters": p,
        "history": q,
        "logLikelihood": to_number(log_likelihood),
        "alive": to_number(alive),
        "duration": duration,
        "expected": to_number(alive * expected(customer, duration)),
        "none": to_number(1 - alive + alive * none),
    }
    if index % 5 == 0:
        rate = [1e-6, 0.0027, 0.5][index % 3]
        row["residual"] = [rate, to_number(alive * within(2, lambda: residual(customer, rate)))]
    if index % 11 == 0 and q[0] < 500 and alive > 1e-12:
        n = [0, 1, 2, 5, 17][index % 5]
        chance = within(3, lambda: purchases(customer, duration, n))
        row["count"] = [n, to_number(alive * chance + (n == 0) * (1 - alive))]
    return row


HEADER = """/** Pareto/NBD at hard points, with 40 decimal digits: made by scripts/make-pareto-nbd-golden.py, which says how. */
export interface WidePoint {
  /** r, α, s, β. */
  readonly parameters: readonly [number, number, number, number];
  /** x, t_x, T. */
  readonly history: readonly [number, number, number];
  readonly logLikelihood: number;
  readonly alive: number;
  /** The horizon of `expected`, `none` and `count`. */
  readonly duration: number;
  readonly expected: number;
  readonly none: number;
  /** Discount rate, DERT. */
  readonly residual?: readonly [number, number];
  /** n, P(n purchases). */
  readonly count?: readonly [number, number];
}

export const paretoNbdWide: readonly WidePoint[] = ["""


def to_source(row):
    return "  {" + ", ".join(f" {name}: {json.dumps(value)}".strip() for name, value in row.items()) + "},"


def main():
    made, skipped = 0, 0
    print(HEADER)
    for index, (p, q) in enumerate(points()):
        try:
            print(to_source(row_of(index, p, q)), flush=True)
            made += 1
        except (TimeoutError, mp.libmp.NoConvergence, ValueError, ZeroDivisionError, OverflowError):
            skipped += 1
    print("];")
    print(f"{made} points, {skipped} skipped: too slow for mpmath", file=sys.stderr)


main()
