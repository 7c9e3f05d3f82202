import { Worker } from 'node:worker_threads';
import type { MailTemplate } from '@regulars/core/messaging';
import { fail, type Rejection, type Result } from '@regulars/core/shared';
import type { CompiledTemplate } from './compile-template.ts';

/** What the worker answers: one result a template. */
export type CompileAnswer = readonly Result<CompiledTemplate, readonly Rejection[]>[];

export interface TemplateCompiler {
  /** Compiles templates in a worker thread; one that takes too long or too much memory is rejected. */
  compile(templates: readonly MailTemplate[]): Promise<CompileAnswer>;
}

export interface TemplateCompilerOptions {
  /** For five templates. */
  readonly timeoutMs?: number;
}

const maxMemoryMb = 256;
const tooSlow: CompileAnswer[number] = fail([
  { code: 'template.too_slow', path: '', message: 'The template takes too much time or memory to compile.' },
]);
/** Several times the playbook in all its languages. */
const mostKnown = 500;

/** The same template compiles to the same result, so presets are compiled once a process for however many stores. */
export function createTemplateCompiler({ timeoutMs = 5_000 }: TemplateCompilerOptions = {}): TemplateCompiler {
  // What is being compiled stands here, too: whoever asks for it meanwhile waits for the same worker.
  const known = new Map<string, Promise<CompileAnswer[number] | undefined>>();

  async function compileFresh(templates: readonly MailTemplate[]): Promise<CompileAnswer> {
    try {
      return await runWorker(templates, timeoutMs * Math.ceil(templates.length / 5));
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      // Among several, one is to blame: each gets a worker of its own, so that the others do not suffer for it.
      if (templates.length > 1)
        return (await Promise.all(templates.map((template) => compileFresh([template])))).flat();
      return [tooSlow];
    }
  }

  return {
    async compile(templates) {
      if (known.size > mostKnown) known.clear();
      const wanted = new Map(templates.map((template) => [toKey(template), template]));
      const missing = [...wanted].filter(([key]) => !known.has(key));
      if (missing.length > 0) {
        const results = compileFresh(missing.map(([, template]) => template));
        missing.forEach(([key], index) => {
          const result = results.then((all) => all[index]);
          known.set(key, result);
          // What may have failed for the hour alone is tried again when asked for again.
          const forget = () => known.delete(key);
          result.then((found) => found === tooSlow && forget(), forget);
        });
      }
      const results = await Promise.all(templates.flatMap((template) => known.get(toKey(template)) ?? []));
      return results.flatMap((result) => result ?? []);
    },
  };
}

function toKey({ locale, subject, preheader, body }: MailTemplate): string {
  return JSON.stringify([locale, subject, preheader, body]);
}

class WorkerEnded extends Error {}

async function runWorker(templates: readonly MailTemplate[], timeoutMs: number): Promise<CompileAnswer> {
  const isSource = import.meta.url.endsWith('.ts');
  const worker = new Worker(new URL(`./compile-worker.${isSource ? 'ts' : 'js'}`, import.meta.url), {
    workerData: templates,
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
