/** A smooth function to be made as large as possible, and what an optimiser wants to know of it at a point. */
export interface ObjectiveValue {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Second derivatives, row by row; symmetric. */
  readonly hessian: Float64Array;
}

export type Objective = (point: Float64Array) => ObjectiveValue;
