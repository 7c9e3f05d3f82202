export * from './shared/index.ts';
export * from './commerce/index.ts';
export * from './value/index.ts';
