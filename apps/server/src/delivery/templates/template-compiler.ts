import { Worker } from 'node:worker_threads';
import type { MailTemplate } from '@regulars/core/messaging';
import { fail, type Rejection, type Result } from '@regulars/core/shared';
import type { CompiledTemplate } from './compile-template.ts';

/** What the worker answers: the layout, to spare the next worker from loading MJML, and one result a template. */
export interface CompileAnswer {
  readonly layoutHtml: string;
  readonly results: readonly Result<CompiledTemplate, readonly Rejection[]>[];
}

export interface TemplateCompiler {
  /** Compiles templates in a worker thread; one that takes too long or too much memory is rejected. */
  compile(templates: readonly MailTemplate[]): Promise<CompileAnswer['results']>;
}

export interface TemplateCompilerOptions {
  /** For the templates alone; loading MJML the first time is not counted. */
  readonly timeoutMs?: number;
}

const loadingTimeoutMs = 30_000;
const maxMemoryMb = 256;

/** The same template compiles to the same result, so presets are compiled once a process for however many stores. */
export function createTemplateCompiler({ timeoutMs = 5_000 }: TemplateCompilerOptions = {}): TemplateCompiler {
  let layout: Promise<string> | null = null;
  const known = new Map<string, CompileAnswer['results'][number]>();

  async function compileFresh(templates: readonly MailTemplate[]): Promise<CompileAnswer['results']> {
    layout ??= runWorker([], null, loadingTimeoutMs).then(({ layoutHtml }) => layoutHtml);
    const layoutHtml = await layout.catch((error: unknown) => {
      layout = null;
      throw error;
    });
    try {
      return (await runWorker(templates, layoutHtml, timeoutMs * Math.max(1, Math.ceil(templates.length / 5)))).results;
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      // Among several, one is to blame: each gets a worker of its own, so that the others do not suffer for it.
      if (templates.length > 1)
        return (await Promise.all(templates.map((template) => compileFresh([template])))).flat();
      return [
        fail([
          { code: 'template.too_slow', path: '', message: 'The template takes too much time or memory to compile.' },
        ]),
      ];
    }
  }

  return {
    async compile(templates) {
      const keys = templates.map((template) =>
        JSON.stringify([template.locale, template.subject, template.preheader, template.body]),
      );
      const missing = templates.filter((_template, index) => !known.has(keys[index] ?? ''));
      if (missing.length === 0) return keys.flatMap((key) => known.get(key) ?? []);
      const results = await compileFresh(missing);
      if (known.size > 500) known.clear();
      const fresh = new Map(missing.map((template, index) => [template, results[index]]));
      return templates.flatMap((template, index) => {
        const result = fresh.get(template) ?? known.get(keys[index] ?? '');
        if (result !== undefined) known.set(keys[index] ?? '', result);
        return result ?? [];
      });
    },
  };
}

class WorkerEnded extends Error {}

async function runWorker(
  templates: readonly MailTemplate[],
  layoutHtml: string | null,
  timeoutMs: number,
): Promise<CompileAnswer> {
  const isSource = import.meta.url.endsWith('.ts');
  const worker = new Worker(new URL(`./compile-worker.${isSource ? 'ts' : 'js'}`, import.meta.url), {
    workerData: { templates, layoutHtml },
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    ...(isSource ? { execArgv: ['--conditions=source'] } : {}),
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<CompileAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(new WorkerEnded()), timeoutMs);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkerEnded() : error),
      );
      worker.once('exit', () => reject(new WorkerEnded()));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
