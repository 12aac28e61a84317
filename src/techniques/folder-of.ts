import path from 'node:path';

/** `cloudtrail.stop-logging` → `stop-logging`: the service is no part of the folder's name. */
export const nameOf = (id: string): string => id.slice(id.indexOf('.') + 1);

/** Where a technique lies. */
export const folderOf = (id: string): string => path.join(import.meta.dirname, nameOf(id));
