/** An error under a name of Lambda's own. */
function named(name, message) {
  return Object.assign(new Error(message), { name });
}

/** How an error is told to whoever invoked the function. */
function asPayload(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return {
    errorType: error.name,
    errorMessage: error.message,
    trace: String(error.stack ?? '').split('\n'),
  };
}

module.exports = { asPayload, named };
