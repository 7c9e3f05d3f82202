import type { StoreId } from '@regulars/core/shared';

/** One thing that must hold before this process may take traffic. */
export interface ReadinessCheck {
  readonly name: 'database' | 'migrations' | 'lanes' | 'clock';
  readonly isReady: boolean;
}

/** One sentence about the instance or one of its stores. */
export interface HealthCheck {
  readonly name: string;
  /** Null: the whole instance. */
  readonly storeId: StoreId | null;
  readonly state: 'good' | 'attention' | 'bad';
  /** Stable, e.g. `deliveries.poison`; for programs and translations. */
  readonly code: string;
  /** What the sentence counts or names; no personal data. */
  readonly values: Readonly<Record<string, string | number | null>>;
  /** In English: what is so, and what to do about it. */
  readonly sentence: string;
}

/** Asked by /readyz and by the health page. */
export interface HealthPort {
  readiness(): Promise<readonly ReadinessCheck[]>;
  /** `storeIds` null: about every store. */
  report(storeIds: readonly StoreId[] | null): Promise<readonly HealthCheck[]>;
}

/** Asked by /metrics; a prom-client `Registry` serves as it is. */
export interface MetricsPort {
  readonly contentType: string;
  metrics(): Promise<string>;
}
