import { parentPort, workerData } from 'node:worker_threads';
import type { MailTemplate } from '@regulars/core/messaging';
import type { CompileAnswer } from './template-compiler.ts';
import { compileLayout } from './layout.ts';
import { compileTemplate } from './compile-template.ts';

/** Runs in a thread of its own, which is ended from outside when it takes too long. */
const { templates, layoutHtml } = workerData as {
  readonly templates: readonly MailTemplate[];
  readonly layoutHtml: string | null;
};
const layout = layoutHtml ?? (await compileLayout());
const answer: CompileAnswer = {
  layoutHtml: layout,
  results: templates.map((template) => compileTemplate(template, layout)),
};
parentPort?.postMessage(answer);
