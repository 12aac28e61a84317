const { existsSync } = require('node:fs');
const { basename, dirname, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { named } = require('./errors.cjs');

/** Loads `folder/file.export.name` from the task's folder. */
async function loadHandler(taskRoot, handlerString) {
  const [, moduleName, exportName] = /^([^.]*)\.(.*)$/.exec(basename(handlerString)) ?? [];
  if (!exportName || handlerString.includes('..')) {
    throw named('Runtime.MalformedHandlerName', `'${handlerString}' is not a valid handler name`);
  }
  const loaded = await loadModule(resolve(taskRoot, dirname(handlerString), moduleName));
  const handler = exported(loaded, exportName) ?? exported(loaded.default, exportName);
  if (handler === undefined) {
    throw named('Runtime.HandlerNotFound', `${handlerString} is undefined or not exported`);
  }
  if (typeof handler !== 'function') {
    throw named('Runtime.HandlerNotFound', `${handlerString} is not a function`);
  }
  return handler;
}

const ENDINGS = ['', '.js', '.mjs', '.cjs'];

async function loadModule(path) {
  const ending = ENDINGS.find((candidate) => existsSync(path + candidate));
  if (ending === undefined) {
    throw named('Runtime.ImportModuleError', `Error: Cannot find module '${basename(path)}'`);
  }
  try {
    // Promises at the top level of an ES module are awaited, those of a CommonJS module are not.
    return await import(pathToFileURL(path + ending).href);
  } catch (error) {
    throw asLambdaNames(error);
  }
}

function asLambdaNames(error) {
  if (error instanceof SyntaxError) {
    return Object.assign(named('Runtime.UserCodeSyntaxError', String(error)), { stack: error.stack });
  }
  const isMissing = ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(error?.code);
  return isMissing ? named('Runtime.ImportModuleError', String(error)) : error;
}

const exported = (namespace, path) =>
  path.split('.').reduce((value, key) => (Object(value) === value ? value[key] : undefined), namespace);

module.exports = { loadHandler };
