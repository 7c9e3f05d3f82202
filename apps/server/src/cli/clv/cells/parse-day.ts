import { noDay, toDay } from './calendar.ts';
import { packDayPair } from './day-pair.ts';
import { toFullYear } from './full-year.ts';
import { parseWordedDay } from './parse-worded-day.ts';

const zero = 48;
const dash = 45;
const point = 46;
const slash = 47;
const secondsPerDay = 86_400;

/**
 * Reads a date from bytes: whole days since 1970-01-01, `noDay`, or for `03/04/2026`, of which only the other rows can
 * tell which is the month, a day pair. Known are years first (`2026-11-22`, `2026/11/22`, `20261122`), with or without a
 * time and zone; years last (`22.11.2026`, `22/11/2026`, `11/22/26`); months in words; seconds or milliseconds since
 * 1970. The day is the one that is written: a zone moves it nowhere.
 */
export function parseDay(bytes: Uint8Array, start: number, end: number): number {
  // By far the most: 2026-11-22, with whatever comes after it.
  if (end - start >= 10 && bytes[start + 4] === dash && bytes[start + 7] === dash) {
    const year = fourDigits(bytes, start);
    const month = twoDigits(bytes, start + 5);
    const day = twoDigits(bytes, start + 8);
    if (year >= 0 && month >= 0 && day >= 0 && isTail(bytes, start + 10, end)) return toDay(year, month, day);
  }
  return parseOtherDay(bytes, start, end);
}

function parseOtherDay(bytes: Uint8Array, start: number, end: number): number {
  const first = endOfDigits(bytes, start, end);
  const separator = bytes[first];
  if (first === start) return parseWordedDay(bytes, start, end);
  if (first === end || (first - start === 8 && isTail(bytes, first, end)) || separator === point) {
    const whole = parseWhole(bytes, start, first, end);
    if (whole !== null) return whole;
  }
  if (separator !== dash && separator !== slash && separator !== point) return parseWordedDay(bytes, start, end);
  const second = endOfDigits(bytes, first + 1, end);
  if (second === first + 1) return parseWordedDay(bytes, start, end);
  const third = endOfDigits(bytes, second + 1, end);
  if (bytes[second] !== separator || third === second + 1 || !isTail(bytes, third, end)) return noDay;
  const a = toNumber(bytes, start, first);
  const b = toNumber(bytes, first + 1, second);
  const c = toNumber(bytes, second + 1, third);
  if (first - start === 4) return toDay(a, b, c);
  if (first - start > 2 || second - first > 3 || (third - second !== 5 && third - second !== 3)) return noDay;
  const year = third - second === 5 ? c : toFullYear(c);
  // Points are set between day and month nowhere but where the day comes first.
  return separator === point ? toDay(year, b, a) : packDayPair(year, a, b);
}

/** Digits without anything between: `20261122`, seconds or milliseconds; null where they are something else. */
function parseWhole(bytes: Uint8Array, start: number, digitsEnd: number, end: number): number | null {
  const digits = digitsEnd - start;
  if (digits === 8) {
    return toDay(fourDigits(bytes, start), twoDigits(bytes, start + 4), twoDigits(bytes, start + 6));
  }
  const isFraction = bytes[digitsEnd] === point && endOfDigits(bytes, digitsEnd + 1, end) === end;
  if (digitsEnd !== end && !isFraction) return null;
  const whole = toNumber(bytes, start, digitsEnd);
  if (digits === 9 || digits === 10) return Math.floor(whole / secondsPerDay);
  if (digits === 12 || digits === 13) return Math.floor(whole / (secondsPerDay * 1_000));
  return digitsEnd === end ? noDay : null;
}

function isTail(bytes: Uint8Array, at: number, end: number): boolean {
  if (at === end) return true;
  const byte = bytes[at];
  return byte === 32 || byte === 84 || byte === 116 || byte === 44;
}

function endOfDigits(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && bytes[at]! >= zero && bytes[at]! <= zero + 9) at += 1;
  return at;
}

function toNumber(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) value = value * 10 + bytes[at]! - zero;
  return value;
}

/** −1 where one of them is none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - zero;
  const ones = bytes[at + 1]! - zero;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

function fourDigits(bytes: Uint8Array, at: number): number {
  const hundreds = twoDigits(bytes, at);
  const rest = twoDigits(bytes, at + 2);
  return hundreds < 0 || rest < 0 ? -1 : hundreds * 100 + rest;
}
