/** An error that AWS answers with: clients turn `code` into their typed exception. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** AWS's error code, such as `TrailNotFoundException`. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** What REST protocols tell beside the error, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: string, message: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}
