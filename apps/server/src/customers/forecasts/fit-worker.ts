import { parentPort, workerData } from 'node:worker_threads';
import { fitStore, type FitTask } from './fit-store.ts';

/** Runs in a thread of its own, so that the others' requests are answered meanwhile. */
parentPort?.postMessage(fitStore(workerData as FitTask));
