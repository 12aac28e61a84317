// What runs in an execution environment: loads the handler, then answers one invocation after another, as Lambda's own
// Node.js runtimes do. https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
const { logError, markEnd, patchConsole, setRequestId } = require('./console-output.cjs');
const { asPayload, named } = require('./errors.cjs');
const { handlerRunner } = require('./handler-runner.cjs');
const { loadHandler } = require('./load-handler.cjs');
const runtimeApi = require('./runtime-api-client.cjs');

// What Lambda's runtimes end with when nobody caught an error.
const EXIT_UNHANDLED_REJECTION = 128;
const EXIT_UNCAUGHT_EXCEPTION = 129;

let currentRequestId;

async function main() {
  patchConsole();
  process.on('uncaughtException', (error) => die('Uncaught Exception', error, EXIT_UNCAUGHT_EXCEPTION));
  process.on('unhandledRejection', (reason) =>
    die(
      'Unhandled Promise Rejection',
      named('Runtime.UnhandledPromiseRejection', String(reason)),
      EXIT_UNHANDLED_REJECTION,
    ),
  );
  const run = await initialized();
  for (;;) await answer(await runtimeApi.next(), run);
}

async function initialized() {
  try {
    return handlerRunner(await loadHandler(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER));
  } catch (error) {
    return die('Uncaught Exception', error, EXIT_UNCAUGHT_EXCEPTION);
  }
}

async function answer({ event, context }, run) {
  const requestId = context.awsRequestId;
  setRequestId(requestId);
  currentRequestId = requestId;
  try {
    const result = asJson(await run(JSON.parse(event), context));
    currentRequestId = undefined;
    markEnd(requestId);
    await runtimeApi.postResponse(requestId, result);
  } catch (error) {
    currentRequestId = undefined;
    logError('Invoke Error', error);
    markEnd(requestId);
    await runtimeApi.postError(requestId, asPayload(error));
  }
}

function asJson(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch {
    throw named('Runtime.JSONStringifyError', 'Unable to stringify response body');
  }
}

/** Tells what nobody caught, on account of the invocation under way or of the start, and ends the environment. */
async function die(what, error, exitCode) {
  logError(what, error);
  if (currentRequestId) await runtimeApi.postError(currentRequestId, asPayload(error));
  else await runtimeApi.postInitError(asPayload(error));
  process.exit(exitCode);
}

main();
