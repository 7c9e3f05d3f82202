export { defineErrors, type ErrorCatalogue, type ErrorDefinition } from './error-catalogue.ts';
export { problem, Problem } from './problem.ts';
