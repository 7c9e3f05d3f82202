import { defineRule, isTest, type Node } from './rule.ts';

const impureGlobals = new Set([
  'console',
  'process',
  'fetch',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'globalThis',
]);

const pure = ['packages/core/src/', 'packages/simulator/src/'];

/** Core and the simulator have no clock, no chance and no way out: time and seeds are arguments. */
export const pureCore = defineRule((file, report) => {
  if (!pure.some((place) => file.startsWith(place)) || isTest(file)) return {};
  const advice = 'what is pure decides from its arguments alone: take it as an argument';
  return {
    NewExpression(node) {
      if (isNamed(node.callee, 'Date') && node.arguments?.length === 0)
        report(node, `new Date() reads the clock; ${advice}.`);
    },
    CallExpression(node) {
      if (isNamed(node.callee, 'Date')) report(node, `Date() reads the clock; ${advice}.`);
      if (isNamed(node.callee, 'fetch')) report(node, `fetch() leaves what is pure; ${advice}.`);
    },
    MemberExpression(node) {
      const { object, property } = node;
      if (isNamed(object, 'Date') && isNamed(property, 'now')) report(node, `Date.now reads the clock; ${advice}.`);
      if (isNamed(object, 'Math') && isNamed(property, 'random')) report(node, `Math.random is chance; ${advice}.`);
      if (object?.type === 'Identifier' && impureGlobals.has(object.name ?? '')) {
        report(node, `${object.name} is the world outside; ${advice}.`);
      }
    },
  };
});

function isNamed(node: Node | undefined, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name;
}
