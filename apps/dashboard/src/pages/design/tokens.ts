import css from '../../styles/tokens.css?raw';
import { parseColorTokens } from '../../theme/color-tokens.ts';

/** The colours as they stand in tokens.css. */
export const colorTokens = parseColorTokens(css);
