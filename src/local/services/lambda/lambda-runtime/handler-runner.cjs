const { named } = require('./errors.cjs');

const CALLBACK_REFUSED =
  'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. ' +
  'You need to modify this function to use a supported handler signature to use Node.js 24 or later. ' +
  'For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.';

/** How a handler is run: those of nodejs22.x may take a callback, later ones may not. */
function handlerRunner(handler) {
  if (process.env.AWS_EXECUTION_ENV === 'AWS_Lambda_nodejs22.x') {
    return (event, context) => runWithCallback(handler, event, context);
  }
  if (handler.length >= 3) throw named('Runtime.CallbackHandlerDeprecated', CALLBACK_REFUSED);
  return async (event, context) => handler(event, context);
}

function runWithCallback(handler, event, context) {
  const { promise, resolve, reject } = Promise.withResolvers();
  // A handler that returns no promise and never calls back is over when nothing more can happen, with null.
  let settle = () => resolve(null);
  const onIdle = () => settle();
  const callback = (error, result) => {
    settle = () => (error ? reject(error) : resolve(result));
    if (error || context.callbackWaitsForEmptyEventLoop === false) settle();
  };
  process.once('beforeExit', onIdle);
  const returned = handler(event, context, callback);
  if (typeof returned?.then === 'function') {
    process.off('beforeExit', onIdle);
    return returned;
  }
  return promise.finally(() => process.off('beforeExit', onIdle));
}

module.exports = { handlerRunner };
