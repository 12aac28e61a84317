/**
 * Whether a text fits a pattern in which `*` stands for any text and `?` for one character. No regular expression: a
 * hostile pattern costs at most pattern times text.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let textAt = 0;
  let starAt = -1;
  let resumeAt = 0;
  while (textAt < text.length) {
    if (pattern[at] === '*') {
      starAt = at++;
      resumeAt = textAt;
    } else if (pattern[at] === '?' || pattern[at] === text[textAt]) {
      at++;
      textAt++;
    } else if (starAt >= 0) {
      at = starAt + 1;
      textAt = ++resumeAt;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}

/**
 * The same for ARNs, part by part: a `*` among the first five parts does not reach over a colon.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArn(pattern: string, arn: string): boolean {
  const wanted = arnParts(pattern);
  const given = arnParts(arn);
  return wanted.length === 6 && wanted.every((part, index) => matchesWildcard(part, given[index] ?? ''));
}

const arnParts = (arn: string): string[] => {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
};
