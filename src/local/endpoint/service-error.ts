/** An error that AWS answers with: clients turn `code` into their typed exception. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** AWS's error code, such as `TrailNotFoundException`. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
