export * from './commerce/index.ts';
export * from './shared/index.ts';
