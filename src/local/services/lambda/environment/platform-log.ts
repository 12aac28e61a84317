import type { LambdaFunction } from '../store.ts';
import type { FunctionLog } from './function-log.ts';
import type { Outcome } from './outcome.ts';

/** How an invocation went, for the lines that Lambda itself writes. */
export interface Finished {
  readonly requestId: string;
  readonly outcome: Outcome;
  readonly durationMs: number;
  /** Of a cold start. */
  readonly initDurationMs?: number | undefined;
  readonly maxMemoryUsedMb: number;
}

export function logStart(log: FunctionLog, fn: LambdaFunction, requestId: string, at: number): void {
  if (fn.settings.logging.format === 'Text') log.add(`START RequestId: ${requestId} Version: ${fn.version}`);
  else if (writesPlatformEvents(fn)) {
    log.add(platformEvent('platform.start', { requestId, version: fn.version }, at));
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html */
export function logEnd(log: FunctionLog, fn: LambdaFunction, finished: Finished, at: number): void {
  if (fn.settings.logging.format === 'Text') {
    if (finished.outcome.status === 'timeout') {
      log.add(
        `${new Date(at).toISOString()} ${finished.requestId} Task timed out after ${fn.settings.timeoutSeconds.toFixed(2)} seconds`,
      );
    }
    log.add(`END RequestId: ${finished.requestId}`);
    log.add(textReport(fn, finished));
  } else if (writesPlatformEvents(fn)) {
    log.add(platformEvent('platform.report', jsonReport(fn, finished), at));
  }
}

const writesPlatformEvents = ({ settings }: LambdaFunction) => settings.logging.systemLevel !== 'WARN';

const platformEvent = (type: string, record: object, at: number) =>
  JSON.stringify({ time: new Date(at).toISOString(), type, record });

function textReport(
  { settings }: LambdaFunction,
  { requestId, durationMs, initDurationMs, maxMemoryUsedMb }: Finished,
) {
  const parts = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${durationMs.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(durationMs + (initDurationMs ?? 0))} ms`,
    `Memory Size: ${settings.memoryMb} MB`,
    `Max Memory Used: ${maxMemoryUsedMb} MB`,
    ...(initDurationMs === undefined ? [] : [`Init Duration: ${initDurationMs.toFixed(2)} ms`]),
  ];
  return `${parts.join('\t')}\t`;
}

const jsonReport = (
  { settings }: LambdaFunction,
  { requestId, outcome, durationMs, initDurationMs, maxMemoryUsedMb }: Finished,
) => ({
  requestId,
  metrics: {
    durationMs: Number(durationMs.toFixed(3)),
    billedDurationMs: Math.ceil(durationMs + (initDurationMs ?? 0)),
    memorySizeMB: settings.memoryMb,
    maxMemoryUsedMB: maxMemoryUsedMb,
    ...(initDurationMs === undefined ? {} : { initDurationMs: Number(initDurationMs.toFixed(3)) }),
  },
  status: outcome.status,
  ...(outcome.errorType && { errorType: outcome.errorType }),
});
