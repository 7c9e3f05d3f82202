/** How one would say a chance. */
export function nameChance(probability: number): 'surely' | 'likely' | 'open' | 'unlikely' | 'hardly' {
  if (probability >= 0.9) return 'surely';
  if (probability >= 0.65) return 'likely';
  if (probability >= 0.35) return 'open';
  return probability >= 0.1 ? 'unlikely' : 'hardly';
}
