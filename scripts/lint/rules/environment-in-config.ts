import { defineRule, isTest } from './rule.ts';

const readers = /^(apps\/server\/src\/config\.ts|scripts\/|bench\/|examples\/|(.+\/)?[^/]+\.config\.ts$)/;

/** One file reads the environment and checks it; everything else is handed what it needs. */
export const environmentInConfig = defineRule((file, report) => {
  if (readers.test(file) || isTest(file)) return {};
  return {
    MemberExpression(node) {
      const readsEnvironment = node.object?.name === 'process' && node.property?.name === 'env';
      if (readsEnvironment)
        report(node, 'process.env is read in apps/server/src/config.ts only: take the setting as an argument.');
    },
  };
});
