import { fileURLToPath } from 'node:url';

/** What an execution environment runs: plain files, which a bundle keeps beside itself in a folder of this name. */
export const BOOTSTRAP = fileURLToPath(new URL('./lambda-runtime/bootstrap.cjs', import.meta.url));
