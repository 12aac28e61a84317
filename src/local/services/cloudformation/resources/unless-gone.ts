import { ServiceError } from '../../../endpoint/service-error.ts';

/** Deleting what is gone already has succeeded, as CloudFormation sees it. */
export async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

export const isGone = (error: unknown): boolean =>
  error instanceof ServiceError && /NotFound|NoSuch|NonExistent|DoesNotExist/.test(error.code);
