import type { Call } from '../../../endpoint/operation.ts';
import { type Stack, type StackOutput, stacksIn } from '../store.ts';
import { validationError } from '../template/template-error.ts';

/** @throws ServiceError `ValidationError` when another stack exports the same name */
export function assertExportsAreFree(outputs: readonly StackOutput[], stack: Stack, call: Call): void {
  for (const { exportName } of outputs) {
    if (exportName === undefined) continue;
    const other = exporterOf(exportName, call);
    if (!other || other === stack) continue;
    throw validationError(`Export with name ${exportName} is already exported by stack ${other.name}.`);
  }
}

const exporterOf = (name: string, call: Call) =>
  [...stacksIn(call).values()].find(
    ({ status, outputs }) =>
      status !== 'DELETE_COMPLETE' && outputs.some(({ exportName }) => exportName === name),
  );
