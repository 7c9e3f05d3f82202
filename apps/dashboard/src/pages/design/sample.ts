/** Figures to draw with, the same at every visit; they say nothing about anybody. */
export const sampleWeeks = [31, 34, 29, 38, 41, 37, 44, 52, 49, 47, 58, 61] as const;
export const sampleRepeats = [8, 9, 9, 12, 15, 14, 19, 22, 24, 23, 31, 36] as const;
export const sampleSpent = [214, 388, 301, 190, 121, 74, 52, 31, 18, 11] as const;
export const sampleMedianBin = 2;
export const sampleReasons = [412, 236, 180, 57] as const;

const weekMs = 7 * 86_400_000;
const lastWeekMs = Date.UTC(2026, 10, 16);

/** When the weeks above begin. */
export const sampleStarts = sampleWeeks.map((_, index) =>
  new Date(lastWeekMs - (sampleWeeks.length - 1 - index) * weekMs).toISOString(),
);
