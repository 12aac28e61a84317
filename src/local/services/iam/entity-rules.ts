import { ServiceError } from '../../endpoint/service-error.ts';

// The rules that IAM checks before an entity is made or changed.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html

const invalid = (member: string, constraint: string) =>
  new ServiceError(
    'ValidationError',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${constraint}`,
  );

export function checkName(member: string, name: string, maxLength: number): void {
  if (name.length > maxLength)
    throw invalid(member, `Member must have length less than or equal to ${maxLength}`);
  if (!/^[\w+=,.@-]+$/.test(name)) {
    throw new ServiceError(
      'ValidationError',
      `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
  }
}

export function checkPath(path: string): void {
  const isPath = path === '/' || /^\/[\u0021-\u007e]+\/$/.test(path);
  if (!isPath || path.length > 512) throw invalid('path', 'Member must begin and end with /');
}

export function checkDescription(description: string | undefined): void {
  if ((description ?? '').length > 1000) {
    throw invalid('description', 'Member must have length less than or equal to 1000');
  }
}

const HOUR = 3600;

export function checkSessionDuration(seconds: number): void {
  if (!Number.isInteger(seconds) || seconds < HOUR || seconds > 12 * HOUR) {
    throw invalid('maxSessionDuration', 'Member must have value between 3600 and 43200');
  }
}

const MAX_TAGS = 50;

export function checkTagCount(tags: ReadonlyMap<string, string>): void {
  if (tags.size <= MAX_TAGS) return;
  throw new ServiceError('LimitExceededException', 'The number of tags has reached the maximum limit.', 409);
}

/** Names are unique without regard to case. */
export function refuseTakenName(kind: 'Role' | 'User', name: string, taken: Iterable<string>): void {
  const isTaken = [...taken].some((other) => other.toLowerCase() === name.toLowerCase());
  if (isTaken)
    throw new ServiceError('EntityAlreadyExistsException', `${kind} with name ${name} already exists.`, 409);
}
