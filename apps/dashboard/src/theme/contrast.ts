/**
 * How well one colour is told from another: the ratio of WCAG 2.2, from 1 (not at all) to 21 (black on white).
 *
 * @param hex `#rrggbb`
 * @example toContrast('#ffffff', '#000000') // 21
 */
export function toContrast(hex: string, otherHex: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(hex), luminanceOf(otherHex)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
