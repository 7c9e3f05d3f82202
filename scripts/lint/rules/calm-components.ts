import { defineRule, isTest, resolveRelative, visitImports } from './rule.ts';

const components = 'apps/dashboard/src/components/';
const api = 'apps/dashboard/src/api/';

/** A component shows what it is given; pages fetch. */
export const calmComponents = defineRule((file, report) => {
  if (!file.startsWith(components) || isTest(file)) return {};
  const advice = 'components never fetch: let the page do it and pass the result down';
  return {
    ...visitImports((specifier, node) => {
      const target = resolveRelative(file, specifier);
      const isFetching = target?.startsWith(api) || /^(@tanstack\/react-query|openapi-fetch)$/.test(specifier);
      if (isFetching) report(node, `${specifier} may not be imported here: ${advice}.`);
    }),
    CallExpression(node) {
      if (node.callee?.type === 'Identifier' && node.callee.name === 'fetch')
        report(node, `No fetch() here: ${advice}.`);
    },
  };
});
