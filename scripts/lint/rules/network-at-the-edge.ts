import { defineRule, isTest, visitImports } from './rule.ts';

const clients = /^((node:)?https?|undici|got|axios|node-fetch)$/;
const edges =
  /^(apps\/server\/src\/(foundation\/egress|cli)\/|packages\/(platform|mail)-[^/]+\/src\/([^/]+\/)*[^/]*client[^/]*\.ts$)/;
const guarded = /^(apps\/server\/src\/|packages\/)/;
const exempt = /^packages\/adapter-testkit\//;

/**
 * Requests leave by foundation/egress, which keeps them off private networks, and by an adapter's client file.
 * The command line may call the instance it belongs to.
 */
export const networkAtTheEdge = defineRule((file, report) => {
  if (!guarded.test(file) || edges.test(file) || exempt.test(file) || isTest(file)) return {};
  const advice = 'requests leave by foundation/egress, or by the client file of an adapter';
  return {
    ...visitImports((specifier, node) => {
      if (clients.test(specifier)) report(node, `${specifier} may not be imported here: ${advice}.`);
    }),
    CallExpression(node) {
      if (node.callee?.type === 'Identifier' && node.callee.name === 'fetch')
        report(node, `No fetch() here: ${advice}.`);
    },
  };
});
