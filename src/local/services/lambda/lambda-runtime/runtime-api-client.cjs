const http = require('node:http');

const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const watched = new WeakSet();

/** Waits for the next invocation. */
async function next() {
  const { headers, body } = await request('GET', 'invocation/next');
  process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
  return { event: body, context: contextFrom(headers) };
}

function contextFrom(headers) {
  const deadlineMs = Number(headers['lambda-runtime-deadline-ms']);
  const clientContext = headers['lambda-runtime-client-context'];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    clientContext: clientContext ? JSON.parse(clientContext) : undefined,
    identity: undefined,
    getRemainingTimeInMillis: () => deadlineMs - Date.now(),
  };
}

const postResponse = (requestId, body) => request('POST', `invocation/${requestId}/response`, body);

const postError = (requestId, error) =>
  request('POST', `invocation/${requestId}/error`, JSON.stringify(error), {
    'lambda-runtime-function-error-type': error.errorType,
  });

const postInitError = (error) =>
  request('POST', 'init/error', JSON.stringify(error), {
    'lambda-runtime-function-error-type': error.errorType,
  });

function request(method, path, body, headers = {}) {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const options = {
    agent,
    hostname,
    port,
    method,
    path: `/2018-06-01/runtime/${path}`,
    headers: { ...headers, ...length },
  };
  return new Promise((resolve, reject) => {
    const outgoing = http.request(options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    outgoing.on('error', reject);
    outgoing.on('socket', endWith);
    outgoing.end(body);
  });
}

/** An environment does not outlive the service it belongs to. */
function endWith(socket) {
  if (watched.has(socket)) return;
  watched.add(socket);
  socket.once('close', () => process.exit(1));
}

module.exports = { next, postError, postInitError, postResponse };
