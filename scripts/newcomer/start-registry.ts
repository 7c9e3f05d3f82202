import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface LocalRegistry {
  readonly url: string;
  close(): Promise<void>;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

/**
 * An npm registry on this machine that has these packed packages and no others. It is meant for one scope
 * (`@regulars:registry`); everything else comes from wherever npm usually gets it.
 */
export async function startRegistry(tarballs: readonly string[]): Promise<LocalRegistry> {
  const packages = new Map(tarballs.map((tarball) => [readManifest(tarball).name, tarball]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', url());
    const [name = '', file] = decodeURIComponent(pathname.slice(1)).split('/-/');
    const tarball = packages.get(name);
    if (tarball === undefined) response.writeHead(404).end('{}');
    else if (file === undefined) response.end(JSON.stringify(toPackument(tarball, url())));
    else response.end(readFileSync(tarball));
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: url(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function readManifest(tarball: string): Manifest {
  return JSON.parse(execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })) as Manifest;
}

/** What a registry tells of a package: its versions, and where each is to be had. */
function toPackument(tarball: string, url: string) {
  const manifest = readManifest(tarball);
  const { name, version } = manifest;
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  const dist = { tarball: `${url}/${name}/-/${path.basename(tarball)}`, integrity };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}
