const { format } = require('node:util');

// As it was before the function's code could change it.
const write = process.stdout.write.bind(process.stdout);
const isJson = process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON';
const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const lowest = isJson ? LEVELS.indexOf(process.env.AWS_LAMBDA_LOG_LEVEL ?? 'INFO') : 0;

let requestId;

const setRequestId = (id) => {
  requestId = id;
};

/** Makes `console` write as Lambda's runtimes do, in text or JSON. */
function patchConsole() {
  console.trace = logger('TRACE');
  console.debug = logger('DEBUG');
  console.info = logger('INFO');
  console.log = console.info;
  console.warn = logger('WARN');
  console.error = logger('ERROR');
  console.fatal = logger('FATAL');
}

function logger(level) {
  if (LEVELS.indexOf(level) < lowest) return () => {};
  return (...values) => writeLine(isJson ? jsonLine(level, values) : textLine(level, values));
}

// A message of several lines is one log event: its line breaks travel as carriage returns.
const writeLine = (line) => write(`${line.replaceAll('\n', '\r')}\n`);

const textLine = (level, values) =>
  [new Date().toISOString(), requestId, level, format(...values)].join('\t');

function jsonLine(level, values) {
  const line = { timestamp: new Date().toISOString(), level, requestId };
  if (values.length > 1)
    return JSON.stringify({ ...line, message: format(...values), ...firstError(values) });
  try {
    return JSON.stringify({ ...line, message: values[0] }, readableError);
  } catch {
    return JSON.stringify({ ...line, message: format(values[0]) });
  }
}

const firstError = (values) => {
  const error = values.find((value) => value instanceof Error);
  return error && readableError('', error);
};

const readableError = (_, value) =>
  value instanceof Error
    ? {
        errorType: value.constructor?.name ?? 'UnknownError',
        errorMessage: value.message,
        stackTrace: String(value.stack ?? '').split('\n'),
        ...value,
      }
    : value;

/** Logs an error that nobody caught. */
function logError(what, thrown) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (isJson) return console.error(error);
  const fields = { errorType: error.name, errorMessage: error.message, ...error };
  console.error(what, `\t${JSON.stringify({ ...fields, stack: String(error.stack ?? '').split('\n') })}`);
}

/** Ends an invocation's output, so that whoever reads it knows that it has all, and the most memory used so far. */
const markEnd = (id) => write(`\0${id} ${process.resourceUsage().maxRSS}\n`);

module.exports = { logError, markEnd, patchConsole, setRequestId };
