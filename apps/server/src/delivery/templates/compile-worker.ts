import { parentPort, workerData } from 'node:worker_threads';
import type { MailTemplate } from '@regulars/core/messaging';
import { compileTemplate } from './compile-template.ts';
import type { CompileAnswer } from './template-compiler.ts';

/** Runs in a thread of its own, which is ended from outside when it takes too long. */
const templates = workerData as readonly MailTemplate[];
const answer: CompileAnswer = templates.map(compileTemplate);
parentPort?.postMessage(answer);
