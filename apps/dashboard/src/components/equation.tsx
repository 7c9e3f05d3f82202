import styles from './equation.module.css';

interface EquationSide {
  readonly label: string;
  readonly value: string;
}

export interface EquationProps {
  readonly left: EquationSide;
  readonly right: EquationSide;
  readonly isEqual: boolean;
}

/** Two counts of the same thing, and whether they agree. */
export function Equation({ left, right, isEqual }: EquationProps) {
  return (
    <dl className={styles['equation']}>
      <Side {...left} />
      <span className={styles['sign']} aria-hidden>
        {isEqual ? '=' : '≠'}
      </span>
      <Side {...right} />
    </dl>
  );
}

function Side({ label, value }: EquationSide) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={styles['value']}>{value}</dd>
    </div>
  );
}
