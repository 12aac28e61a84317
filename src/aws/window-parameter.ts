import type { BaselineKey } from '../domain/baseline/baseline-store.ts';
import { isJsonObject } from '../domain/json.ts';
import { PARAMETER_PATH } from '../domain/own-parts.ts';

/** Where maintenance windows are written, each under the home Region and the name of its trail. */
export const WINDOWS_PATH = `${PARAMETER_PATH}window`;

export const windowName = ({ homeRegion, name }: BaselineKey): string =>
  `${WINDOWS_PATH}/${homeRegion}/${name}`;

/** A window as it was written; null for what is no JSON object. */
export function parseWindow(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
