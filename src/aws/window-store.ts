import type { BaselineKey } from '../domain/baseline/baseline-store.ts';
import type { MaintenanceWindow } from '../domain/window/window.ts';
import type { StoredWindow, WindowStore } from '../domain/window/windows.ts';
import { connectParameters } from './baseline-parameters.ts';
import type { Connection } from './connection.ts';
import { parseWindow, WINDOWS_PATH, windowName } from './window-parameter.ts';

/** Windows in Parameter Store: who opened one is what AWS says, not what the window says. */
export function makeWindowStore(connection?: Connection): WindowStore {
  const parameters = connectParameters(connection);
  return {
    async list() {
      const { found } = await parameters.readBelow(WINDOWS_PATH);
      const windows = found.map(async ({ name, text, at, version }): Promise<StoredWindow> => {
        const history = await parameters.readHistory(name);
        const writer = history.find((written) => written.version === version)?.writer;
        return {
          content: parseWindow(text),
          at,
          writer: writer
            ? { read: true, value: writer }
            : { read: false, reason: 'Parameter Store does not tell' },
        };
      });
      return Promise.all(windows);
    },
  };
}

/** How people open and close windows. Both methods may throw what the SDK throws. */
export interface WindowWriter {
  /** Opens a window of a trail, in place of one that may be open. */
  open(trail: BaselineKey, window: MaintenanceWindow): Promise<void>;
  /** @returns false when none was written down */
  close(trail: BaselineKey): Promise<boolean>;
}

export function makeWindowWriter(connection?: Connection): WindowWriter {
  const parameters = connectParameters(connection);
  return {
    async open(trail, window) {
      const about = 'A maintenance window of a CloudTrail trail, read by trailkeeper';
      await parameters.put(windowName(trail), JSON.stringify(window), 'overwrite', about);
    },
    close: (trail) => parameters.remove(windowName(trail)),
  };
}
