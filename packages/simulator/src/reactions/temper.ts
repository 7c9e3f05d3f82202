import type { Temperament } from '../simulated-customer.ts';

/** How people of one temperament take mails: chances from 0 to 1, each per mail it is about. */
export interface Temper {
  readonly answersCheckIn: number;
  /** What they answer, by weight. */
  readonly answers: { readonly great: number; readonly question: number; readonly problem: number };
  /** Of those with a question or a problem, so many also write what it is. */
  readonly explains: number;
  /** To a mail that does not ask for it. */
  readonly replies: number;
  readonly unsubscribes: number;
  readonly recommends: number;
  readonly usesReward: number;
}

export const tempers: Readonly<Record<Temperament, Temper>> = {
  enthusiast: {
    answersCheckIn: 0.46,
    answers: { great: 88, question: 9, problem: 3 },
    explains: 0.7,
    replies: 0.06,
    unsubscribes: 0.002,
    recommends: 0.24,
    usesReward: 0.6,
  },
  talkative: {
    answersCheckIn: 0.4,
    answers: { great: 70, question: 22, problem: 8 },
    explains: 0.9,
    replies: 0.16,
    unsubscribes: 0.004,
    recommends: 0.12,
    usesReward: 0.45,
  },
  quiet: {
    answersCheckIn: 0.12,
    answers: { great: 80, question: 10, problem: 10 },
    explains: 0.25,
    replies: 0.008,
    unsubscribes: 0.006,
    recommends: 0.02,
    usesReward: 0.35,
  },
  worried: {
    answersCheckIn: 0.34,
    answers: { great: 35, question: 40, problem: 25 },
    explains: 0.8,
    replies: 0.09,
    unsubscribes: 0.006,
    recommends: 0.04,
    usesReward: 0.4,
  },
  impatient: {
    answersCheckIn: 0.2,
    answers: { great: 40, question: 20, problem: 40 },
    explains: 0.6,
    replies: 0.03,
    unsubscribes: 0.03,
    recommends: 0.03,
    usesReward: 0.3,
  },
};
