import { defineRule, isTest, resolveRelative, visitImports } from './rule.ts';

type Side = { readonly place: RegExp; readonly mayImport: RegExp; readonly advice: string };

const nodeOrPackage = '(?!@regulars/)';

/** What each kind of package may import from outside itself. */
const sides: readonly Side[] = [
  {
    place: /^packages\/core\//,
    mayImport: /^zod(\/|$)/,
    advice: 'core is pure and imports nothing but zod',
  },
  {
    place: /^packages\/adapter-contracts\//,
    mayImport: /^(zod(\/|$)|@regulars\/core(\/|$))/,
    advice: 'adapter-contracts imports nothing but core and zod',
  },
  {
    place: /^packages\/adapter-testkit\//,
    mayImport: new RegExp(`^(${nodeOrPackage}|@regulars/(core|adapter-contracts)(/|$))`),
    advice: 'adapter-testkit knows core and adapter-contracts, and no adapter',
  },
  {
    place: /^packages\/(platform|mail)-[^/]+\//,
    mayImport: new RegExp(`^(${nodeOrPackage}|@regulars/(core|adapter-contracts|adapter-testkit)(/|$))`),
    advice: 'an adapter knows core and adapter-contracts, never another adapter nor the server',
  },
  {
    place: /^packages\/create-adapter\//,
    mayImport: new RegExp(`^${nodeOrPackage}`),
    advice: 'create-adapter writes packages and needs none of ours',
  },
  {
    place: /^packages\/simulator\//,
    mayImport: /^@regulars\/core(\/|$)/,
    advice: 'the simulator is pure and imports nothing but core',
  },
  {
    place: /^apps\/dashboard\//,
    mayImport: new RegExp(`^(${nodeOrPackage}|@regulars/core(/|$))`),
    advice: 'the dashboard knows core, and the server by HTTP only',
  },
];

/** Packages depend on one another in one direction, and reach into none by a relative path. */
export const packageDirection = defineRule((file, report) => {
  const [group = '', name = ''] = file.split('/');
  const home = `${group}/${name}/`;
  if (group !== 'packages' && group !== 'apps') return {};
  const side = sides.find(({ place }) => place.test(file));
  return visitImports((specifier, node) => {
    const target = resolveRelative(file, specifier);
    if (target !== null) {
      if (!target.startsWith(home)) report(node, `${specifier} leaves the package: import it by its name.`);
    } else if (side !== undefined && !isTest(file) && !side.mayImport.test(specifier)) {
      report(node, `${specifier} may not be imported here: ${side.advice}.`);
    } else if (name !== 'adapter-testkit' && specifier === '@regulars/adapter-testkit' && !isTest(file)) {
      report(node, 'adapter-testkit is for tests.');
    }
  });
});
