import { calmComponents } from './rules/calm-components.ts';
import { environmentInConfig } from './rules/environment-in-config.ts';
import { networkAtTheEdge } from './rules/network-at-the-edge.ts';
import { packageDirection } from './rules/package-direction.ts';
import { pureCore } from './rules/pure-core.ts';
import { roomDirection } from './rules/room-direction.ts';

/** The fences of this codebase, as lint rules. scripts/fences.ts proves of each that it fires. */
const plugin = {
  meta: { name: 'fences' },
  rules: {
    'calm-components': calmComponents,
    'environment-in-config': environmentInConfig,
    'network-at-the-edge': networkAtTheEdge,
    'package-direction': packageDirection,
    'pure-core': pureCore,
    'room-direction': roomDirection,
  },
};

export default plugin;
