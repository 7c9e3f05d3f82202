import type { ReactNode } from 'react';

import styles from './chart.module.css';

export interface ReadoutProps {
  readonly xPx: number;
  readonly widthPx: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** The figures of the point that is looked at, on the side where there is room; read aloud as the keyboard moves. */
export function Readout({ xPx, widthPx, title, children }: ReadoutProps) {
  const side = xPx > widthPx / 2 ? { right: widthPx - xPx + 12 } : { left: xPx + 12 };
  return (
    <div className={styles['readout']} style={side} role="status">
      <strong>{title}</strong>
      {children}
    </div>
  );
}
