/**
 * AWS refused a step in a way that trying again does not change: a policy denies it, the trail is owned elsewhere.
 * It is a value in the report, not a crash.
 */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  /** AWS's error code, such as `AccessDeniedException`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
